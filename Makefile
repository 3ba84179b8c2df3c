# Everything a newcomer needs: `make run`, then `make test`. Both need only the .NET SDK.
CONFIGURATION ?= Release
export DOTNET_CLI_TELEMETRY_OPTOUT = 1
export DOTNET_NOLOGO = 1

.PHONY: run test bench build

build:
	dotnet build Web3Tel.sln -c $(CONFIGURATION) -v q

run: build
	dotnet run --no-build -c $(CONFIGURATION) --project src/Web3Tel.Server

test: build
	.ci/test $(CONFIGURATION)

bench: build
	dotnet run --no-build -c $(CONFIGURATION) --project tests/Web3Tel.Benchmarks
