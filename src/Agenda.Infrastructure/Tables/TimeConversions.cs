using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

#pragma warning disable RS0030 // The one place where NodaTime meets the BCL's types, which are what the database drivers speak.

namespace Agenda.Infrastructure.Tables;

/// <summary>Dates and times as both databases keep them: date, datetime2 and minutes.</summary>
internal static class TimeConversions
{
    public sealed class OfLocalDate() : ValueConverter<LocalDate, DateOnly>(date => date.ToDateOnly(), value => LocalDate.FromDateOnly(value));

    public sealed class OfLocalDateTime() : ValueConverter<LocalDateTime, DateTime>(time => time.ToDateTimeUnspecified(), value => LocalDateTime.FromDateTime(value));

    public sealed class OfInstant() : ValueConverter<Instant, DateTime>(
        instant => instant.ToDateTimeUtc(), value => Instant.FromDateTimeUtc(DateTime.SpecifyKind(value, DateTimeKind.Utc)));

    /// <summary>Seconds: some zones of the past had offsets that are no whole minutes.</summary>
    public sealed class OfOffset() : ValueConverter<Offset, int>(offset => offset.Seconds, value => Offset.FromSeconds(value));
}
