using Agenda.Benchmarks;

// Measures the built service from outside, as its users meet it: dotnet run -c Release --project tests/Agenda.Benchmarks -- FILE ZONE
// FILE is a schedule.xml or schedule.json, ZONE the conference's time zone. With "arranging" in place of both it measures the work of organisers
// on a large programme that it makes up, with "checking" the search for conflicts alone, with "feeds" the calendars.
if (args is ["arranging"])
    return await Arranging.MeasureAsync();
if (args is ["checking"])
    return Checking.Measure();
if (args is ["feeds"])
    return Feeds.Measure();
if (args is not [var file, var zone])
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Agenda.Benchmarks -- (FILE ZONE | arranging | checking | feeds)");
    return 2;
}

await using var service = new MeasuredService();
Console.WriteLine($"{"measure",-44}{"median",12}{"worst",12}");
Row.Print("import and publish, whole process", await Row.MeasureAsync(5, () => service.ImportAsync(file, zone)));
Row.Print("start with that database to first answer", await Row.MeasureAsync(5, service.StartAsync));
foreach (var (name, path, accepted) in (ReadOnlySpan<(string, string, string?)>)[
    ("agenda, whole", "/api/v1/conferences/measured/agenda", null),
    ("agenda, whole, Brotli", "/api/v1/conferences/measured/agenda", "br"),
    ("agenda, one word", "/api/v1/conferences/measured/agenda?q=kernel", null),
    ("feed, whole", "/calendars/measured.ics", null),
    ("page, whole", "/measured", null)])
{
    // Pages are still rendered for each request, and what that leaves behind is another figure.
    if (path == "/measured")
        Console.WriteLine($"{"resident memory, JSON and feeds read",-44}{service.ResidentMegabytes(),9:N0} MB");
    var (sent, unchanged, length) = service.Read(path, accepted);
    Row.Print($"{name} ({length / 1024:N0} kB)", sent);
    if (unchanged is not null)
        Row.Print($"{name}, 304", unchanged);
}

Console.WriteLine($"{"resident memory, pages read as well",-44}{service.ResidentMegabytes(),9:N0} MB");
return 0;
