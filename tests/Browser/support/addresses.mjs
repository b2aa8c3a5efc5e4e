// Every public page there is, as the end of an address behind the language, with the status that it answers with.
const at = (name, path, status = 200) => ({ name, path, status });

export function addresses(places) {
  const slug = (kind) => places.get(`a place of kind ${kind}`);
  return [
    at("the first page", ""),
    at("danger", "danger"),
    at("danger in Guatemala", "danger?country=GT"),
    at("a child alone", "child"),
    at("a child alone in Mexico", "child?country=MX"),
    at("the list", "centres"),
    at("the list of shelters open now near a town", "centres?kind=shelter&near=Tapachula&open=now"),
    at("the second page of a list", "centres?kind=shelter&page=2"),
    at("a list with its choices made", "centres?kind=shelter&kind=food&for=families&country=MX&papers=no"),
    at("a search for a word of two meanings", "centres?q=refugio"),
    at("a search that finds nothing", "centres?q=zxqvw"),
    at("a search near a name that many towns share", "centres?near=San%20Pedro"),
    at("a search near a town that nobody knows", "centres?near=Zxqvwtown"),
    at("a list of consulates", "centres?kind=consular"),
    at("a list of migration offices", "centres?kind=migration_authority"),
    at("a list that was asked wrongly", "centres?kind=nonsense&page=-1", 400),
    ...[...places].map(([name, found]) => at(name, `centres/${found}`)),
    at("a place on paper", `centres/${slug("shelter")}/print`),
    at("a consulate on paper", `centres/${slug("consular")}/print`),
    at("sharing a place", `centres/${slug("shelter")}/share`),
    at("the form that reports an error", `centres/${slug("food")}/report`),
    at("consulates", "consulates"),
    at("consulates that are there", "consulates?from=HN&in=MX"),
    at("consulates that are not there", "consulates?from=NP&in=BZ"),
    at("consulates of a country that is none", "consulates?from=HN&in=QQQ", 400),
    at("emergency numbers", "emergency"),
    at("what became of a report", "report"),
    at("what became of a report, with a wrong code", "report?code=ABC", 400),
    at("a complaint", "complaint"),
    at("privacy", "privacy"),
    at("erasing the history", "exit"),
    at("for institutions", "institutions"),
    at("a page that is not there", "nothing-is-here", 404),
    at("a place that is not there", "centres/nothing-is-here", 404),
    at("an address that cannot be read", "centres?q=%ff", 400),
  ];
}
