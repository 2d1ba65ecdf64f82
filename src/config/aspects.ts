/** What is observed of a system each month (IPA/SEC 2012, Figure 3-2; contract.md, "Canonical inputs"), in the contract's order. */
export const aspects = [
  'service_level',
  'trouble',
  'change',
  'availability',
  'performance',
  'security',
  'supplier',
  'facility',
] as const;
