using System.Globalization;
using System.Net.Mail;
using System.Reflection;
using Agenda.Api.Http;
using Agenda.Domain;

namespace Agenda.Api.Web.Accounts;

/// <summary>A form as it was sent: what is in its fields, and what is wrong with them.</summary>
public sealed class PostedForm : IBindableFromHttpContext<PostedForm>
{
    private readonly IFormCollection fields;
    private readonly Dictionary<string, string> errors = new(StringComparer.Ordinal);

    private PostedForm(string address, IFormCollection fields) => (Address, this.fields) = (address, fields);

    /// <summary>Where it was sent: of several forms on a page, the one that is shown again.</summary>
    public string Address { get; }

    /// <summary>What is wrong, by field; under "" what is wrong with the whole.</summary>
    public IReadOnlyDictionary<string, string> Errors => errors;

    public bool IsGood => errors.Count == 0;

    /// <summary>What a field holds, without white space around it; "" where there is none.</summary>
    public string this[string field] => Exactly(field).Trim();

    /// <summary>What a field holds, as it was typed: passwords may begin or end with a space.</summary>
    public string Exactly(string field) => fields[field].FirstOrDefault() ?? "";

    public bool Ticked(string field) => Exactly(field) == "yes";

    public void Wrong(string field, string why) => errors.TryAdd(field, why);

    public void Wrong(Refusal refusal) => Wrong("", refusal);

    public void Wrong(string field, Refusal refusal) => Wrong(field, AccountRefusalWords.Of(refusal.Code, refusal.Reason));

    /// <summary>One line that says something.</summary>
    public string Line(string field, int longest)
    {
        var text = this[field];
        if (text.Length == 0)
            Wrong(field, AccountWords.Needed);
        else if (text.Length > longest)
            Wrong(field, Phrases.Fill(AccountWords.AtMost, longest));
        else if (!EnteredText.IsClean(text, lineBreaks: false))
            Wrong(field, AccountWords.OneLine);
        return text;
    }

    /// <summary>An e-mail address and nothing around it.</summary>
    public string Email(string field)
    {
        var text = Line(field, Limits.Email);
        if (!errors.ContainsKey(field) && (!MailAddress.TryCreate(text, out var address) || address.Address != text))
            Wrong(field, AccountWords.EmailIsNone);
        return text;
    }

    /// <summary>A whole number within bounds.</summary>
    public int Number(string field, int least, int most)
    {
        if (int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;

        Wrong(field, Phrases.Fill(AccountWords.NumberFromTo, least, most));
        return least;
    }

    /// <summary>One of the words of an enumeration.</summary>
    public T Choice<T>(string field)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (this[field].Equals(value.ToString(), StringComparison.OrdinalIgnoreCase))
                return value;
        }

        Wrong(field, AccountWords.ChooseOne);
        return default;
    }

    public static async ValueTask<PostedForm?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!context.Request.HasFormContentType)
            throw new BadHttpRequestException("Send a form.", StatusCodes.Status415UnsupportedMediaType);

        try
        {
            return new(context.Request.Path, await context.Request.ReadFormAsync(context.RequestAborted));
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form cannot be read.", StatusCodes.Status400BadRequest, e);
        }
    }
}
