// The pictogram of a kind. Twin of Icons.OfKind in Public/Layout/Icons.cs.
const KINDS: Record<string, string> = {
  shelter: "bed", hub: "bed", food: "food", water: "food", health: "med", mental_health: "med", legal: "law", asylum_authority: "law", ombudsman: "law", labour: "law", consular: "flag",
  child_protection: "child", family_links: "family", rescue_missing: "family", connectivity: "charge", transport: "bus", return_reception: "back", women: "heart", lgbti: "heart",
  care_after_sexual_violence: "heart", trafficking_hotline: "heart", documents: "doc", migration_authority: "doc",
};

export const iconOf = (kind: string): string => KINDS[kind] ?? "pin";
