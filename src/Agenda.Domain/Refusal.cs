namespace Agenda.Domain;

/// <summary>Why a rule of the domain refuses what was asked: a stable code for programs and a sentence for people.</summary>
public sealed record Refusal(string Code, string Reason);
