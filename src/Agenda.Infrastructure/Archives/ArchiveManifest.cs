using NodaTime;

namespace Agenda.Infrastructure.Archives;

/// <summary>What an archive says of itself: the only entry that two archives of the same conference need not have in common.</summary>
/// <param name="Format"><see cref="ArchiveLayout.Name"/>.</param>
/// <param name="Version">That of the layout.</param>
/// <param name="Program">The version of the program that made it.</param>
/// <param name="Entries">All others, so that what is missing, added or damaged is noticed.</param>
public sealed record ArchiveManifest(string Format, int Version, Instant MadeAt, string Program, string Conference, IReadOnlyList<ArchiveEntry> Entries);

/// <param name="Bytes">Unpacked.</param>
/// <param name="Sha256">Of what is unpacked, in small hexadecimal digits.</param>
public sealed record ArchiveEntry(string Name, long Bytes, string Sha256);
