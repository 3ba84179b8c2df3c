using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Web3Tel.Calls;
using Web3Tel.Voicemail;

namespace Web3Tel.Server.Api;

/// <summary>The API described by itself: <c>/openapi/v1.json</c>.</summary>
static class ApiDocument
{
    const string Description =
        "JSON in camelCase, times in ISO 8601, errors as problem details: detail says what was wrong and what to do. "
        + "Programs send Authorization: Bearer <token>. A program may say on whose behalf it commands in the header " + Commanding.By
        + ", which is believed without a token, too, where nobody has to sign in.";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        // Pages and their files are no part of the API.
        options.ShouldInclude = endpoint => endpoint.RelativePath?.Split('/')[0] is "api" or "health";
        options.CreateSchemaReferenceId = Name;
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // What converters of our own write is a text; the document would say that it may be anything.
            if (context.JsonTypeInfo.Type == typeof(HangupCause) || context.JsonTypeInfo.Type == typeof(Mailbox))
            {
                schema.Type = JsonSchemaType.String;
            }

            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Web3Tel";
            document.Info.Description = Description;
            // It is read at the address that it is asked at.
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
    });

    /// <summary>Each part of the API has small records of its own, some of the same name.</summary>
    static string? Name(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name
            ? type.Type.DeclaringType is { } owner ? owner.Name.Replace("Api", "", StringComparison.Ordinal) + name : name
            : null;
}
