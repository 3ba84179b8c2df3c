using FluentAssertions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Web3Tel.Server.Tests.Service;
using Xunit;

namespace Web3Tel.Server.Tests.Api;

public sealed class ApiDocumentTests() : RunningServiceTest(connected: false)
{
    [Fact]
    public async Task The_document_of_the_API_is_valid()
    {
        var read = await Read();

        read.Diagnostic!.Errors.Should().BeEmpty();
        read.Diagnostic.Warnings.Should().BeEmpty();
        read.Document!.Info.Title.Should().Be("Web3Tel");
    }

    [Fact]
    public async Task Each_address_of_the_API_is_in_its_document_with_a_summary_and_an_answer()
    {
        var document = (await Read()).Document!;

        var missing = new List<string>();
        foreach (var endpoint in Service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsOfTheApi))
        {
            var path = Path(endpoint.RoutePattern);
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
            {
                var told = document.Paths.GetValueOrDefault(path)?.Operations?.GetValueOrDefault(new HttpMethod(method));
                if (string.IsNullOrWhiteSpace(told?.Summary) || !told.Summary.EndsWith('.') || !Answers(told))
                {
                    missing.Add($"{method} {path}");
                }
            }
        }

        missing.Should().BeEmpty();
        document.Paths.Should().HaveCountGreaterThan(40).And.NotContainKey("/");
    }

    [Fact]
    public async Task What_commands_refuse_is_told_as_problem_details()
    {
        var document = (await Read()).Document!;

        var responses = document.Paths["/api/operators/{id}/sign-in"].Operations![HttpMethod.Post].Responses!;

        responses.Keys.Should().BeEquivalentTo("204", "400", "404", "409", "503");
        responses["409"].Content!.Should().ContainKey("application/problem+json");
    }

    [Fact]
    public async Task Records_of_the_same_name_in_two_parts_of_the_API_are_told_apart()
    {
        var document = (await Read()).Document!;

        document.Components!.Schemas!["MailWish"].Properties!.Keys.Should().BeEquivalentTo("to");
        document.Components.Schemas["OperatorWish"].Properties!.Keys.Should().BeEquivalentTo("state", "why");
        document.Components.Schemas["HistoryEntry"].Properties!["cause"].Type.Should().Be(JsonSchemaType.String);
    }

    [Fact]
    public async Task What_the_configuration_refuses_is_told()
    {
        var paths = (await Read()).Document!.Paths;

        Statuses("/api/configuration", HttpMethod.Put).Should().BeEquivalentTo("200", "400", "409", "412", "413", "428", "507");
        Statuses("/api/configuration/versions/{number}/restore", HttpMethod.Post).Should().BeEquivalentTo("200", "400", "404", "409", "412", "413", "428", "507");
        Statuses("/api/configuration/versions/{number}", HttpMethod.Get).Should().BeEquivalentTo("200", "404");
        Statuses("/api/callbacks", HttpMethod.Post).Should().BeEquivalentTo("201", "400", "409", "503");

        IEnumerable<string> Statuses(string path, HttpMethod method) => paths[path].Operations![method].Responses!.Keys;
    }

    /// <summary>What is done is told without a word (204), or it is said what the answer is.</summary>
    static bool Answers(OpenApiOperation told) => told.Responses is { } responses
        && responses.Any(response => response.Key.StartsWith('2') && (response.Key == "204" || response.Value.Content is { Count: > 0 }));

    static bool IsOfTheApi(RouteEndpoint endpoint) => Path(endpoint.RoutePattern).StartsWith("/api", StringComparison.Ordinal);

    /// <summary>Without constraints, as the document has it.</summary>
    static string Path(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        RoutePatternLiteralPart literal => literal.Content,
        _ => throw new InvalidOperationException($"{part} is no part that the document has."),
    }))));

    async Task<ReadResult> Read() => OpenApiDocument.Parse(await Service.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
}
