using System.Collections;
using System.Data.Common;
using System.Globalization;

#pragma warning disable RS0030 // What database drivers speak.

namespace Agenda.Api.Tests.Databases;

/// <summary>Reads recorded answers: values in SQLite's storage types become whatever a provider asks for.</summary>
internal sealed class RecordedReader(IReadOnlyList<RecordedTable> tables, int affected, Action? closed = null) : DbDataReader
{
    private int table;
    private int row = -1;
    private bool isClosed;

    public override int FieldCount => Table.Columns.Count;

    public override int RecordsAffected => affected;

    public override bool HasRows => Table.Rows.Count > 0;

    public override bool IsClosed => isClosed;

    public override int Depth => 0;

    private RecordedTable Table => table < tables.Count ? tables[table] : RecordedTable.Empty;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => ++row < Table.Rows.Count;

    public override bool NextResult()
    {
        row = -1;
        return ++table < tables.Count;
    }

    public override void Close()
    {
        if (!isClosed)
            closed?.Invoke();
        isClosed = true;
    }

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override object GetValue(int ordinal) => Table.Rows[row][ordinal];

    public override int GetValues(object[] values)
    {
        Table.Rows[row].CopyTo(values, 0);
        return FieldCount;
    }

    public override string GetName(int ordinal) => Table.Columns[ordinal];

    public override int GetOrdinal(string name) => Table.Columns.ToList().IndexOf(name);

    public override Type GetFieldType(int ordinal) => Table.Rows.Select(r => r[ordinal]).FirstOrDefault(v => v is not DBNull)?.GetType() ?? typeof(object);

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override bool GetBoolean(int ordinal) => GetInt64(ordinal) != 0;

    public override byte GetByte(int ordinal) => checked((byte)GetInt64(ordinal));

    public override short GetInt16(int ordinal) => checked((short)GetInt64(ordinal));

    public override int GetInt32(int ordinal) => checked((int)GetInt64(ordinal));

    public override long GetInt64(int ordinal) => (long)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetDouble(ordinal);

    public override decimal GetDecimal(int ordinal) => decimal.Parse(GetString(ordinal), CultureInfo.InvariantCulture);

    public override char GetChar(int ordinal) => GetString(ordinal).Single();

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => Guid.Parse(GetString(ordinal));

    public override DateTime GetDateTime(int ordinal) => DateTime.Parse(GetString(ordinal), CultureInfo.InvariantCulture, DateTimeStyles.None);

    public override T GetFieldValue<T>(int ordinal) =>
        typeof(T) == typeof(DateOnly) ? (T)(object)DateOnly.ParseExact(GetString(ordinal), "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : typeof(T) == typeof(Guid) ? (T)(object)GetGuid(ordinal)
        : typeof(T) == typeof(DateTime) ? (T)(object)GetDateTime(ordinal)
        : typeof(T) == typeof(bool) ? (T)(object)GetBoolean(ordinal)
        : typeof(T) == typeof(int) ? (T)(object)GetInt32(ordinal)
        : (T)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);
}
