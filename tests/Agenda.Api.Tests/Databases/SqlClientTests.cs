using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Data.SqlClient;

namespace Agenda.Api.Tests.Databases;

/// <summary>The SQL Server driver finds, in our assembly of that name, everything that it takes from <c>Microsoft.SqlServer.Server</c>.</summary>
public sealed class SqlClientTests
{
    private const string Name = "Microsoft.SqlServer.Server";

    /// <summary>The driver for every system on which the service may run.</summary>
    public static TheoryData<string> Drivers =>
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "runtimes"), "Microsoft.Data.SqlClient.dll", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(AppContext.BaseDirectory, file)),
    ];

    [Fact]
    public void Loads_our_assembly_and_is_one_of_the_drivers_examined()
    {
        Assembly.Load(Name).Location.ShouldBe(Path.Combine(AppContext.BaseDirectory, $"{Name}.dll"));
        Drivers.Select(d => d.Data).ShouldContain(Path.GetRelativePath(AppContext.BaseDirectory, typeof(SqlConnection).Assembly.Location));
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void Finds_every_type_and_member_that_the_driver_refers_to(string path)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, path)));
        var driver = file.GetMetadataReader();
        var types = driver.TypeReferences.Where(t => IsOurs(driver, t)).ToDictionary(t => (EntityHandle)t, t => Assembly.Load(Name).GetType(NameOf(driver, t)));
        types.Where(t => t.Value is null).Select(t => NameOf(driver, (TypeReferenceHandle)t.Key)).ShouldBeEmpty();

        var members = driver.MemberReferences.Select(driver.GetMemberReference).Where(m => types.ContainsKey(m.Parent)).ToList();
        members.ShouldNotBeEmpty();
        members.Where(m => types[m.Parent]!.GetMember(driver.GetString(m.Name)).Length == 0).Select(m => $"{types[m.Parent]!.Name}.{driver.GetString(m.Name)}").ShouldBeEmpty();
    }

    [Fact]
    public void Takes_parameters_of_every_kind_that_the_service_sends()
    {
        using var command = new SqlCommand("SELECT @text, @id, @number, @flag, @bytes");
        command.Parameters.AddWithValue("@text", "Łódź");
        command.Parameters.AddWithValue("@id", Guid.Empty);
        command.Parameters.AddWithValue("@number", 1);
        command.Parameters.AddWithValue("@flag", true);
        command.Parameters.AddWithValue("@bytes", new byte[] { 1 });

        command.Parameters.Cast<SqlParameter>().Select(p => $"{p.SqlDbType}").ShouldBe(["NVarChar", "UniqueIdentifier", "Int", "Bit", "VarBinary"]);
        // The driver asks whether an unknown type is a user-defined one, for which it needs the attribute.
        Should.Throw<ArgumentException>(() => new SqlParameter("@other", new SqlClientTests()).SqlDbType);
    }

    [Fact]
    public async Task Says_that_there_is_no_server_where_there_is_none()
    {
        using var connection = new SqlConnection($"Server=tcp:127.0.0.1,{ClosedPort()};User Id=agenda;Password=none;Encrypt=False;Connect Timeout=5;ConnectRetryCount=0");

        await Should.ThrowAsync<SqlException>(() => connection.OpenAsync(TestContext.Current.CancellationToken));
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsOurs(MetadataReader driver, TypeReferenceHandle handle) =>
        driver.GetTypeReference(handle).ResolutionScope is { Kind: HandleKind.AssemblyReference } scope
        && driver.GetString(driver.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == Name;

    private static string NameOf(MetadataReader driver, TypeReferenceHandle handle)
    {
        var type = driver.GetTypeReference(handle);
        return $"{driver.GetString(type.Namespace)}.{driver.GetString(type.Name)}";
    }
}
