// A network that has one page.
using System.Text;

using Crossread.Documents;
using Crossread.Storage.Watching;

namespace Crossread.Server.Tests;

/// <summary>Answers one address with a page and every other with a problem.</summary>
internal sealed class OnePage : IWebSource
{
    public const string Address = "https://bell.example/ferry";

    public Task<WebAnswer> GetAsync(Uri address, string? entityTag, DateTimeOffset? lastModified, CancellationToken cancel) => Task.FromResult(
        address.AbsoluteUri == Address
            ? new WebAnswer { Bytes = [.. Encoding.UTF8.GetBytes("<!DOCTYPE html><html><head><title>The ferry of Mell sails again</title></head><body><article><h1>The ferry of Mell sails again</h1><p>The ferry of Mell sails again from Friday, its captain said on Wednesday.</p></article></body></html>")] }
            : new WebAnswer { Problem = new Problem(address.AbsoluteUri, null, "there is no such page", "check the address") });
}
