using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>The multipart body of a batch, written as bytes into one buffer: a full batch has a hundred parts, and each copy of it would be felt.</summary>
internal sealed class BatchBody : IDisposable
{
    private const int UsualPart = 1024;

    private readonly ArrayBufferWriter<byte> _bytes = new(100 * UsualPart);
    private readonly Utf8JsonWriter _json;
    private readonly TableService _service;
    private readonly Guid _id;
    private readonly string _common;

    public BatchBody(TableService service, Guid id)
    {
        (_service, _id, _common) = (service, id, service.HeadersInBatch);
        _json = new Utf8JsonWriter(_bytes);
        Write($"--batch_{id}\r\nContent-Type: multipart/mixed; boundary=changeset_{id}\r\n\r\n");
    }

    public void Add(EntityRequest request)
    {
        Write(
            $"--changeset_{_id}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            + $"{request.Method} {_service.Root}{request.Path}?{EntityRequest.FormatQuery} HTTP/1.1\r\n{_common}");
        foreach (var header in request.Headers)
        {
            Write($"{header.Name}: {header.Value}\r\n");
        }

        Write("\r\n");
        if (request.Entity is not null)
        {
            _json.Reset();
            EntityJson.Write(_json, request.Entity);
        }

        Write("\r\n");
    }

    /// <returns>The whole of it; nothing can be added afterwards.</returns>
    public ReadOnlyMemory<byte> End()
    {
        Write($"--changeset_{_id}--\r\n\r\n--batch_{_id}--\r\n");

        return _bytes.WrittenMemory;
    }

    public void Dispose() => _json.Dispose();

    private void Write(string text) => Encoding.UTF8.GetBytes(text, _bytes);
}
