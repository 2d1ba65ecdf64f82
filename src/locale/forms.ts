/** Words of the form of the monthly report: fixed headings, and what is said of what is filled in. */

/** What is observed of each system every month (Figure 3-2), in this order. */
export const aspectKeys = [
  'service_level',
  'trouble',
  'change',
  'availability',
  'performance',
  'security',
  'supplier',
  'facility',
] as const;
export type Aspect = (typeof aspectKeys)[number];

export interface FormWords {
  /** The form's name: in links and trails. */
  readonly form: string;
  readonly title: (name: string) => string;
  /** How to fill it in. */
  readonly lead: string;
  /** What a ruled field is, for who can't see it. */
  readonly blank: string;
  readonly head: Readonly<
    Record<
      | 'month'
      | 'system'
      | 'supplier'
      | 'company'
      | 'unit'
      | 'owner'
      | 'systems'
      | 'addressee'
      | 'due'
      | 'submitted'
      | 'by',
      string
    >
  >;
  /** To whom the report of a supplier goes: a company's units. */
  readonly unitsOf: (company: string, units: readonly string[]) => string;
  readonly aspects: Readonly<Record<Aspect, string>>;
  /** By the observation's status, 0–3. */
  readonly statuses: readonly [string, string, string, string];
  readonly sections: Readonly<
    Record<'aspects' | 'services' | 'risks' | 'decisions' | 'remarks' | 'signOff', string>
  >;
  readonly notes: Readonly<Record<'services' | 'reported' | 'risks', string>>;
  readonly columns: Readonly<
    Record<
      | 'aspect'
      | 'known'
      | 'status'
      | 'note'
      | 'risk'
      | 'rating'
      | 'treatment'
      | 'owner'
      | 'due'
      | 'matter'
      | 'body'
      | 'since'
      | 'decision',
      string
    >
  >;
  readonly facts: Readonly<
    Record<
      'made' | 'failed' | 'withoutResult' | 'target' | 'actual' | 'delivers' | 'missing' | 'contract',
      string
    >
  >;
  /** For how many of the supplier's systems the aspect is reported, of those of which anything is on record. */
  readonly reportedFor: (n: string, all: string) => string;
  readonly delivery: Readonly<Record<'delivered' | 'missing' | 'notAsked', string>>;
  readonly treatments: Readonly<Record<string, string>>;
  readonly sentUp: (level: string) => string;
  readonly boxes: Readonly<Record<'prepared' | 'checked' | 'approved' | 'name' | 'date', string>>;
  readonly list: (names: readonly string[]) => string;
}
