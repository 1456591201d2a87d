using Agenda.Api;
using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Infrastructure;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddAgendaDatabase(builder.Configuration);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<PublicAddress>();
builder.Services.AddScoped<EditedConference>();
BearerKey.AddTo(builder.Services);
builder.Services.AddOpenApi();
var app = builder.Build();
app.MapOpenApi();
app.Run();

/// <summary>The service; named so that tests can start it.</summary>
public sealed partial class Program;
