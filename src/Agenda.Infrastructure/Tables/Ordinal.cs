using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Agenda.Infrastructure.Tables;

/// <summary>Marks columns that both databases must compare and order byte by byte: slugs, codes and keys.</summary>
internal static class Ordinal
{
    public const string Annotation = "Agenda:Ordinal";

    public static PropertyBuilder<string> IsOrdinal(this PropertyBuilder<string> property)
    {
        property.Metadata.SetAnnotation(Annotation, true);
        return property;
    }

    public static PropertyBuilder<string?> IsOrdinalWhenSaid(this PropertyBuilder<string?> property)
    {
        property.Metadata.SetAnnotation(Annotation, true);
        return property;
    }
}
