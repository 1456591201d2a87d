namespace Agenda.Api.Http;

/// <summary>Marks operations for the contract: a strong ETag and Last-Modified, 304 for <c>If-None-Match</c> and <c>If-Modified-Since</c>, HEAD.</summary>
internal sealed class AnswersConditionally;
