using System.Buffers;
using System.Reflection;
using System.Security.Cryptography;
using Agenda.Api.Http;
using Agenda.Domain.Resources;

namespace Agenda.Api.Resources;

/// <summary>
/// The file in the body of a request, put into a temporary file piece by piece as it comes in. So the database is not kept waiting for a slow line, and
/// an operation that is handled again has the file still. It is gone with the request.
/// </summary>
internal sealed class ReceivedBody : IBindableFromHttpContext<ReceivedBody>
{
    private const int Piece = 64 * 1024;

    private readonly HttpRequest request;

    private ReceivedBody(HttpRequest request) => this.request = request;

    /// <summary>What the client says that it sends; null where it does not.</summary>
    public long? SaidSize => request.ContentLength;

    /// <summary>What came in, once it has.</summary>
    public FileStream? Content { get; private set; }

    public long Size { get; private set; }

    /// <summary>The SHA-256 in small hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    public byte[] Beginning { get; private set; } = [];

    public static ValueTask<ReceivedBody?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<ReceivedBody?>(new(context.Request));

    /// <summary>Receives the body; false when it is larger than that, and then nothing is kept of it.</summary>
    public async Task<bool> ReceiveAsync(long most, CancellationToken cancellation)
    {
        if (Content is not null)
            return true;
        if (SaidSize > most)
            return false;

        var file = TemporaryFile.Make("upload");
        request.HttpContext.Response.RegisterForDispose(file);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            while (await request.Body.ReadAtLeastAsync(buffer, Piece, throwOnEndOfStream: false, cancellation) is > 0 and var read)
            {
                if (file.Length + read > most)
                    return false;
                if (file.Length == 0)
                    Beginning = buffer[..Math.Min(read, FileKind.Beginning)];
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        await file.FlushAsync(cancellation);
        (Content, Size, Hash) = (file, file.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        return true;
    }
}
