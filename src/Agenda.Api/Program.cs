using Agenda.Api;
using Agenda.Api.Archives;
using Agenda.Api.Audit;
using Agenda.Api.Calendars;
using Agenda.Api.Contract;
using Agenda.Api.Http;
using Agenda.Api.Interchange;
using Agenda.Api.Interchange.Tables;
using Agenda.Api.Mail;
using Agenda.Api.MyAgendas;
using Agenda.Api.Releases;
using Agenda.Api.Releases.Changes;
using Agenda.Api.Resources;
using Agenda.Api.Schedules;
using Agenda.Api.Scheduling;
using Agenda.Api.Security;
using Agenda.Api.Startup;
using Agenda.Api.Web;
using Agenda.Api.Web.Accounts;
using Agenda.Api.Web.Copies;
using Agenda.Api.Web.Mine;
using Agenda.Api.Web.Organise;
using Agenda.Api.Web.Reading;
using Agenda.Infrastructure;
using Agenda.Infrastructure.MyAgendas;
using Agenda.Infrastructure.Scheduling;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

if (args is ["import", .. var import])
    return await ImportCommand.RunAsync(import);
if (args is ["archive", .. var archive])
    return await ArchiveCommand.RunAsync(archive);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var services = builder.Services;
Listening.UseDefaultAddress(builder);
SecretPath.Prepare(builder.Logging, services);
services.AddAgendaDatabase(builder.Configuration);
if (!ContractDocument.IsBeingGenerated)
    Warming.BeginQueries(builder.Configuration);

services.AddSingleton(TimeProvider.System);
services.ConfigureHttpJsonOptions(json => JsonFormat.Configure(json.SerializerOptions));
services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
PublicReading.AddTo(services);
services.AddProblemDetails();
services.AddExceptionHandler<Failures>();
services.AddSingleton<PublicAddress>();
services.AddSingleton(FileSettings.Of(builder.Configuration));
services.AddSingleton(ArchiveLimits.Of(builder.Configuration));
services.AddScoped<EditedConference>();
services.AddSingleton<MyAgendaTokens>();
services.AddSingleton<MyAgendaSources>();
services.AddSingleton<MyFeeds>();
services.AddSingleton<FetchLog>();
services.AddScoped<EditedMyAgenda>();
services.AddScoped<ConflictWatch>();
services.AddScoped<ImportIntoConference>();
services.AddSingleton<PublicNetwork>();
services.AddSingleton<ConfToolSite>();
services.AddScoped<TablesOfConference>();
services.AddScoped<EditHistory>();
services.AddSingleton(provider =>
{
    var (address, json) = (provider.GetRequiredService<PublicAddress>(), provider.GetRequiredService<IOptions<JsonOptions>>());
    return new Renderings<AgendaJson>(agenda => new AgendaJson(agenda, address, json.Value.SerializerOptions));
});
services.AddSingleton<ComparedReleases>();
services.AddSingleton<ReleaseHistories>();
services.AddSingleton<AtomFeeds>();
services.AddSingleton<ReleaseNews>();
services.AddSingleton<StreamLimits>();
services.AddSingleton<EditNews>();
services.AddScoped<EditStream>();
services.AddSingleton(provider =>
{
    var address = provider.GetRequiredService<PublicAddress>();
    return new Renderings<ReleaseCalendar>(agenda => new ReleaseCalendar(agenda, address));
});
services.AddSingleton(provider =>
{
    var address = provider.GetRequiredService<PublicAddress>();
    return new Renderings<ScheduleFiles>(agenda => new ScheduleFiles(agenda, address));
});
Callers.AddTo(services, builder.Configuration);
AccountRules.AddTo(services, builder.Configuration);
services.AddScoped<PasswordLinks>();
services.AddSingleton<Mailing>();
AgendaPages.AddTo(services);
AccountPages.AddTo(services);
CopyPages.AddTo(services);
services.AddSingleton<FirstSteps>();
if (!ContractDocument.IsBeingGenerated)
{
    services.AddHostedService<DatabasePreparation>();
    services.AddHostedService<ReleaseWatch>();
    services.AddHostedService<EditWatch>();
    services.AddHostedService<ZoneRuleWatch>();
    services.AddHostedService<MyAgendaUpkeep>();
    services.AddHostedService(provider => provider.GetRequiredService<FirstSteps>());
}

services.AddOpenApi("v1", ContractDocument.Configure);
AccountRules.LoadKeysWhenNeeded(services);

var app = builder.Build();
TrustedProxies.Use(app);
app.UseExceptionHandler();
app.UseStatusCodePages(Failures.DescribeBareStatusAsync);
app.UseMiddleware<SecurityHeaders>();
app.UseMiddleware<ReaderLocale>();
app.UseResponseCompression();
app.UseRouting();
app.UseCors();
app.UseMiddleware<RateLimits>();
app.UseMiddleware<OperationName>();
app.UseAuthorization();
app.MapAgenda();
app.MapOpenApi("/openapi/{documentName}.json");
app.UseSwaggerUI(browser =>
{
    browser.RoutePrefix = "api";
    browser.SwaggerEndpoint("/openapi/v1.json", "Agenda v1");
    browser.DocumentTitle = "Agenda API";
});
Health.Map(app);
AgendaPages.Map(app);
AccountPages.Map(app);
OrganisePages.Map(app);
MinePages.Map(app);
CopyPages.Map(app);

if (!ContractDocument.IsBeingGenerated)
    Warming.BeginEndpoints(app);

await app.RunAsync();
return 0;

/// <summary>The service; named so that tests can start it.</summary>
public sealed partial class Program;
