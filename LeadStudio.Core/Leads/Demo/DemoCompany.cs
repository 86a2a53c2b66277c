namespace LeadStudio.Core.Leads.Demo;

/// <summary>A company that Northlight's leads work for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Domain">Its internet domain, under the reserved <c>.example</c>.</param>
/// <param name="Country">Its country.</param>
/// <param name="Place">Its city.</param>
/// <param name="Industry">Its trade.</param>
/// <param name="Employees">How many people work there.</param>
/// <param name="AddressStyle">How it forms e-mail addresses: 0 <c>ann.lee@</c>, 1 <c>alee@</c>, 2 <c>ann@</c>.</param>
internal sealed record DemoCompany(
    string Name, string Domain, DemoCountry Country, DemoPlace Place, DemoIndustry Industry, int Employees, int AddressStyle);
