# Everything a newcomer needs: `make run`, then `make test`. Both need only the .NET SDK.
CONFIGURATION ?= Release
export DOTNET_CLI_TELEMETRY_OPTOUT = 1
export DOTNET_NOLOGO = 1

.PHONY: run test test-freeswitch bench bench-freeswitch build doctor freeswitch freeswitch-secrets

build:
	dotnet build Web3Tel.sln -c $(CONFIGURATION) -v q

run: build
	dotnet run --no-build -c $(CONFIGURATION) --project src/Web3Tel.Server

test: build
	.ci/test $(CONFIGURATION)

# The tests that need a real FreeSWITCH, a line for each; what is missing here is named.
test-freeswitch: build
	.ci/test-freeswitch $(CONFIGURATION)

bench: build
	dotnet run --no-build -c $(CONFIGURATION) --project tests/Web3Tel.Benchmarks

# SIPp against SIPp on a real FreeSWITCH, by the service and by mod_callcenter. Operators, calls a second, seconds: make bench-freeswitch BENCH="100 20 60"
bench-freeswitch: build
	dotnet run --no-build -c $(CONFIGURATION) --project tests/Web3Tel.Server.Tests -- bench-freeswitch $(BENCH)

# What is missing or wrong, and how to mend it. FreeSWITCH is the one of "make freeswitch", unless the environment names another.
# make doctor DOCTOR="--json"
doctor: build
	@if [ -f freeswitch/secrets.xml ]; then \
	  export Web3Tel__FreeSwitch__Host="$${Web3Tel__FreeSwitch__Host-127.0.0.1}"; \
	  export Web3Tel__FreeSwitch__Password="$${Web3Tel__FreeSwitch__Password-$$(sed -n 's/.*event_socket_password=\([^"]*\).*/\1/p' freeswitch/secrets.xml)}"; \
	  export Web3Tel__Directory__Token="$${Web3Tel__Directory__Token-$$(sed -n 's/.*directory_password=\([^"]*\).*/\1/p' freeswitch/secrets.xml)}"; \
	fi; \
	dotnet run --no-build -c $(CONFIGURATION) --project src/Web3Tel.Server -- doctor $(DOCTOR)

# An installed FreeSWITCH (FREESWITCH_HOME, else on the PATH) in the foreground with our configuration; Ctrl+C ends it.
# FreeSWITCH itself does not listen to Ctrl+C.
FREESWITCH = $(firstword $(wildcard $(addprefix $(FREESWITCH_HOME)/,$(if $(FREESWITCH_HOME),bin/freeswitch freeswitch))) freeswitch)
FREESWITCH_DATA ?= $(CURDIR)/data/freeswitch

freeswitch: freeswitch/secrets.xml
	@command -v "$(FREESWITCH)" > /dev/null || { echo "There is no FreeSWITCH: put freeswitch on the PATH, or set FREESWITCH_HOME. See docs/install.md."; exit 1; }
	@for folder in log db run tmp certs storage cache; do mkdir -p "$(FREESWITCH_DATA)/$$folder"; done
	@cd "$(FREESWITCH_DATA)" && { "$(FREESWITCH)" -nf -nc -nonat -np -conf "$(CURDIR)/freeswitch" -log "$$PWD/log" -db "$$PWD/db" -run "$$PWD/run" \
	  -temp "$$PWD/tmp" -certs "$$PWD/certs" -storage "$$PWD/storage" -cache "$$PWD/cache" -recordings "$(CURDIR)/recordings" & \
	  trap 'kill -TERM $$!' INT TERM; wait $$!; wait $$!; }

# Passwords for freeswitch/, made once; the file is not in git.
freeswitch-secrets: freeswitch/secrets.xml

freeswitch/secrets.xml:
	@umask 077; word() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }; { echo '<include>'; \
	for name in event_socket directory operator_1001 operator_1002; do \
	  echo "  <X-PRE-PROCESS cmd=\"set\" data=\"$${name}_password=$$(word)\"/>"; done; echo '</include>'; } > $@
	@echo "Passwords are in $@"
