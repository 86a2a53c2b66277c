namespace LeadStudio.Core.Leads.Demo;

/// <summary>Words of which names of people and companies are made.</summary>
/// <param name="FirstNames">First names.</param>
/// <param name="LastNames">Last names.</param>
/// <param name="Words">Words that company names start with.</param>
/// <param name="Trades">What a company of each industry calls its trade, in the order of <see cref="DemoIndustry.All"/>.</param>
/// <param name="Patterns">How company names are put together: <c>{last}</c>, <c>{second}</c>, <c>{word}</c>, <c>{trade}</c>, <c>{city}</c>.</param>
internal sealed record DemoLanguage(string[] FirstNames, string[] LastNames, string[] Words, string[] Trades, string[] Patterns)
{
    private const string Americans =
        "James Maria Michael Aisha David Jennifer Carlos Linda William Priya Thomas Karen Daniel Nancy Wei Lisa Anthony Keisha Mark Sofia Steven Emily " +
        "Andrew Hannah Kevin Grace Brian Olivia Jason Rachel Tyrone Megan Eric Laura Ravi Nicole Ryan Amy Gary Elena Aaron Julie";

    private const string AmericanFamilies =
        "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Wilson Anderson Taylor Moore Jackson Lee Thompson White Harris " +
        "Clark Lewis Robinson Walker Young Allen King Wright Nguyen Hill Flores Green Adams Nelson Baker Rivera Campbell Mitchell Carter Patel Kim Chen";

    public static DemoLanguage American { get; } = new(
        Split(Americans),
        Split(AmericanFamilies),
        Split("Summit Cedar Ironwood Lakeshore Redwood Pioneer Granite Bluebird Keystone Prairie Copper Juniper Maple Falcon Liberty Canyon Harbor Evergreen"),
        ["Software", "Advisors", "Engineering", "Builders", "Industries", "Media", "Freight", "Health", "Learning", "Outfitters"],
        ["{word} {trade} Inc.", "{last} {trade} LLC", "{last} & {second} {trade}", "{city} {trade} Co.", "{word} {last} {trade}"]);

    public static DemoLanguage British { get; } = new(
        Split("Oliver Amelia George Isla Harry Ava Jack Emily Arthur Sophie Callum Zara Rhys Niamh Imran Fatima Stuart Fiona Gareth Bethan Colin Heather Ewan Alison Nigel Priti"),
        Split("Taylor Davies Evans Thomas Roberts Hughes Edwards Wood Turner Patel Hall Clarke Jackson Khan Morris Murphy Fraser MacDonald Bennett Shaw Gallagher Byrne Walsh Doyle Price Reid"),
        Split("Thornbury Kingsway Ashdown Riverside Pennine Beacon Merchant Oakham Bramble Severn Castle Moorland Lantern Foxglove Wexcombe Harrow"),
        ["Systems", "Consulting", "Engineering", "Construction", "Works", "Creative", "Haulage", "Care", "Training", "Stores"],
        ["{word} {trade} Ltd", "{last} {trade} Ltd", "{last} & {second} {trade}", "{city} {trade} Ltd", "{word} & {last} {trade}"]);

    public static DemoLanguage German { get; } = new(
        Split("Anna Lukas Julia Maximilian Katharina Stefan Sabine Thomas Andrea Florian Christina Jürgen Petra Tobias Nadine Markus Ayşe Jens Birgit Sebastian Miriam Uwe Heike Björn Franziska Emre"),
        Split("Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Lange Yılmaz Vogel Brandt Köhler"),
        Split("Nord Rhein Elbe Hanse Alpen Isar Neckar Spree Franken Weser Donau Taunus Eifel Heide Lahn Oder"),
        ["Software", "Beratung", "Ingenieure", "Bau", "Maschinenbau", "Werbung", "Logistik", "Klinikbedarf", "Akademie", "Handel"],
        ["{word} {trade} GmbH", "{last} {trade} GmbH", "{last} & Partner {trade}", "{last} & {second} {trade} KG", "{city}er {trade} AG"]);

    public static DemoLanguage French { get; } = new(
        Split("Camille Lucas Léa Antoine Chloé Julien Manon Nicolas Élodie Mathieu Aurélie Pierre Céline Thibault Inès Karim Nathalie François Amandine Hugo Sylvie Jérôme Maëlle Benoît"),
        Split("Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefèvre Michel Garcia Fournier Girard Bonnet Lambert Fontaine Rousseau Benali Chevalier Gauthier"),
        Split("Horizon Lumière Méridien Azur Rivage Cèdre Alizé Comète Boréal Vallon Garonne Loire Mistral Armor"),
        ["Logiciels", "Conseil", "Ingénierie", "Construction", "Industrie", "Communication", "Transports", "Santé", "Formation", "Distribution"],
        ["{word} {trade}", "{last} {trade} SARL", "Groupe {last} {trade}", "{last} & {second} {trade}", "{trade} {last} SAS"]);

    public static DemoLanguage Swedish { get; } = new(
        Split("Elsa Erik Linnea Oskar Maja Johan Karin Anders Åsa Lars Emma Gustav Sara Nils Ebba Magnus Fatima Per Ulrika Henrik"),
        Split("Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Lindberg Lindström Bergström Sjögren Nyström Åkesson Hägg Ekman"),
        Split("Nordan Skärgård Fjäll Björk Granit Älv Vinter Sjö Furu Ask Mälar Vätter"),
        ["Mjukvara", "Rådgivning", "Teknik", "Bygg", "Industri", "Reklam", "Frakt", "Vård", "Utbildning", "Handel"],
        ["{word} {trade} AB", "{last} {trade} AB", "{last} & {second} {trade} AB", "{city} {trade} AB"]);

    public static DemoLanguage Dutch { get; } = new(
        Split("Daan Sanne Bram Lotte Sem Femke Jeroen Marieke Thijs Anouk Ruben Eva Pieter Ingrid Youssef Fleur Maarten Esther"),
        Split("Jansen Visser Bakker Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Kuipers Veenstra Postma Willems Kok Schouten"),
        Split("Polder Zuiderzee Tulp Delta Waal Molen Haven Duin Kade Amstel Merwe Brug"),
        ["Software", "Advies", "Techniek", "Bouw", "Industrie", "Reclame", "Transport", "Zorg", "Opleidingen", "Handel"],
        ["{word} {trade} BV", "{last} {trade} BV", "{last} & {second} {trade}", "{city} {trade} BV"]);

    public static DemoLanguage Spanish { get; } = new(
        Split("Lucía Hugo Carmen Javier Marta Álvaro Elena Sergio Pilar Diego Nuria Pablo Irene Rubén Beatriz Iñaki Rocío Andrés"),
        Split("García Fernández González López Martínez Sánchez Pérez Gómez Ruiz Díaz Moreno Álvarez Romero Navarro Torres Domínguez Vázquez Ramos"),
        Split("Levante Meseta Sierra Faro Cierzo Encina Alba Ribera Duero Almendro Brisa Norte"),
        ["Software", "Consultores", "Ingeniería", "Construcciones", "Industrias", "Publicidad", "Transportes", "Salud", "Formación", "Comercial"],
        ["{word} {trade} SL", "{last} {trade} SL", "{last} y {second} {trade}", "{trade} {last} SA", "{trade} {city} SL"]);

    private static string[] Split(string words) => words.Split(' ');
}
