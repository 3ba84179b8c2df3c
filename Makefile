# Everything a newcomer needs: `make run`, then `make test`. Both need only the .NET SDK.
CONFIGURATION ?= Release
export DOTNET_CLI_TELEMETRY_OPTOUT = 1
export DOTNET_NOLOGO = 1

.PHONY: run test bench build freeswitch-secrets

build:
	dotnet build Web3Tel.sln -c $(CONFIGURATION) -v q

run: build
	dotnet run --no-build -c $(CONFIGURATION) --project src/Web3Tel.Server

test: build
	.ci/test $(CONFIGURATION)

bench: build
	dotnet run --no-build -c $(CONFIGURATION) --project tests/Web3Tel.Benchmarks

# Passwords for freeswitch/, made once; the file is not in git.
freeswitch-secrets: freeswitch/secrets.xml

freeswitch/secrets.xml:
	@umask 077; word() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }; { echo '<include>'; \
	for name in event_socket operator_1001 operator_1002; do \
	  echo "  <X-PRE-PROCESS cmd=\"set\" data=\"$${name}_password=$$(word)\"/>"; done; echo '</include>'; } > $@
	@echo "Passwords are in $@"
