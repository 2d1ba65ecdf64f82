/** Words of suppliers, external services and the risk register. Whole sentences per language. */

/** A number beside its text, so that a language can choose its forms by it. */
export interface Count {
  readonly n: number;
  readonly text: string;
}

export interface SupplierWords {
  /** By the finding; `unstated`: the profile has no attitude; `unknown`: no export says what is delivered. */
  readonly findings: Readonly<
    Record<
      'not_to_be_used' | 'unlimited_harm' | 'nothing' | 'missing' | 'kept' | 'unstated' | 'unknown',
      string
    >
  >;
  readonly reports: Readonly<Record<'on_time' | 'late' | 'missing' | 'owed', string>>;
  readonly columns: Readonly<
    Record<
      | 'supplier'
      | 'system'
      | 'systems'
      | 'companies'
      | 'share'
      | 'gravest'
      | 'findings'
      | 'role'
      | 'until'
      | 'attitude'
      | 'delivered'
      | 'missing'
      | 'finding'
      | 'reported'
      | 'due'
      | 'submitted'
      | 'state'
      | 'risk'
      | 'registered'
      | 'rating'
      | 'treatment'
      | 'owner'
      | 'overdue',
      string
    >
  >;
  /** The systems among which concentration is asked: of at least this importance. */
  readonly top: (importance: number) => string;
  readonly topColumn: (importance: number) => string;
  readonly sections: Readonly<
    Record<'suppliers' | 'services' | 'ofSystem' | 'systems' | 'reports' | 'register', string>
  >;
  readonly notes: {
    readonly services: string;
    /** As what importance a system counts whose own isn't known. */
    readonly suppliers: (top: string, unknown: string) => string;
    readonly register: string;
    readonly reports: string;
  };
  readonly nothingMissing: string;
  readonly noneDelivered: string;
  /** In place of a list of all of them. */
  readonly allDelivered: string;
  /** Over the folded list of those that are as asked. */
  readonly kept: (n: Count) => string;
  readonly noEnd: string;
  /** How many days a contract runs on; negative: since when it has ended. */
  readonly daysLeft: (days: Count) => string;
  readonly ended: (days: Count) => string;
  readonly overdueBy: (days: Count) => string;
  readonly importanceUnknown: (counted: string) => string;
  /** The first sentence of all suppliers. */
  readonly behind: (suppliers: Count, systems: Count) => string;
  readonly concentrations: (list: readonly string[]) => string;
  readonly concentration: (c: {
    readonly supplier: string;
    readonly n: string;
    readonly all: string;
    readonly share: string;
    readonly companies: Count;
    readonly top: string;
  }) => string;
  readonly noConcentration: (top: string, share: string, systems: string) => string;
  /** `disagree`: services at which attitude and delivery don't agree; `unsaid`: without an attitude, or of which nothing is known. */
  readonly services: (all: Count, disagree: Count, unsaid: Count) => string;
  readonly oneSupplier: (name: string, systems: Count, companies: Count) => string;
  /** How many of the systems among which concentration is asked stand on one supplier. */
  readonly ofTop: (s: {
    readonly n: Count;
    readonly all: string;
    readonly top: string;
    readonly share: string;
    readonly concentrated: boolean;
  }) => string;
  readonly noSystems: (name: string, month: string) => string;
  readonly oneSupplierServices: (disagree: Count, unsaid: Count) => string;
  readonly notGiven: string;
  readonly noSupplier: string;
  readonly noReports: string;
  readonly noSubmissions: string;
  readonly noRegister: string;
  readonly noRisk: string;
  readonly rating: (likelihood: string, impact: string, score: string) => string;
  readonly notRated: string;
  /** `system`: named where the page isn't about one. Levels are words. */
  readonly disagreements: {
    readonly not_registered: (system: string | null, measured: string) => string;
    readonly registered_low: (
      system: string | null,
      measured: string,
      registered: string,
      risk: string,
    ) => string;
    readonly unrated: (system: string | null, measured: string, risk: string) => string;
    readonly registered_high: (
      system: string | null,
      measured: string,
      registered: string,
      risk: string,
    ) => string;
  };
  readonly agree: string;
}
