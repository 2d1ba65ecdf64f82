import type { Words } from './words.js';

const plural = (n: string, one: string, many: string): string => `${n} ${n === '1' ? one : many}`;

export const en: Words = {
  nav: {
    group: 'Group',
    companies: 'Companies',
    units: 'Units',
    systems: 'Systems',
    across: 'Across',
    risk: 'Risk',
    moves: 'Since last month',
    decisions: 'Decisions',
    suppliers: 'Suppliers',
    register: 'Incidents',
    data: 'Data',
    methods: 'Definitions',
  },
  grades: { critical: 'Critical', heavy: 'Heavy', other: 'Other' },
  ungraded: 'no grade',
  unclassed: 'no class',
  states: {
    open: 'open',
    in_progress: 'in progress',
    on_hold: 'on hold',
    restored: 'restored',
    closed: 'closed',
    canceled: 'canceled',
  },
  actionKinds: {
    provisional: 'provisional fix',
    prevention: 'recurrence prevention',
    rollout: 'rollout to similar systems',
  },
  productClasses: {
    application: 'application',
    platform: 'platform',
    network: 'network',
    operations_document: 'operations document',
    operator: 'operator',
    external_service: 'external service',
    facility: 'facility',
  },
  processClasses: {
    development: 'development',
    migration: 'migration',
    rollout: 'rollout',
    operation: 'operation',
  },
  unclassified: 'not classified',
  unmappedSystem: 'System unknown',
  unmappedUnit: 'Unit unknown',
  unmappedCompany: 'Company unknown',
  wholeCompany: 'Whole company',
  noTitle: '(no title)',
  none: 'none',
  notApplicable: 'n/a',
  notAnIncident: 'not counted as an incident',
  incompleteMonth: 'incomplete month',
  yes: 'yes',
  no: 'no',
  verdict: (v) => {
    const when = v.atMonthEnd ? 'at the end of the month' : 'at as-of';
    const first =
      v.incidents.n === 0
        ? `No incidents in ${v.month}.`
        : v.incidents.n === 1
          ? `1 incident in ${v.month}${v.critical === null ? '' : v.critical.n === 0 ? ', not critical' : ', critical'}.`
          : `${v.incidents.text} incidents in ${v.month}${v.critical === null ? '' : v.critical.n === 0 ? ', none of them critical' : `, ${v.critical.text} of them critical`}.`;
    if (v.open === null)
      return [first, 'How many are open is not known: no export says when they were restored.'];
    if (v.open.n === 0) return [first, `None was open ${when}.`];
    const were = v.open.n === 1 ? '1 was' : `${v.open.text} were`;
    if (!v.gravestOpen) return [first, `${were} open ${when}.`];
    const { place, grade, age } = v.gravestOpen;
    return [
      first,
      v.open.n === 1
        ? `1 was open ${when}: ${grade.toLowerCase()}, in ${place}, for ${age}.`
        : `${were} open ${when}, the most severe ${grade.toLowerCase()}, in ${place}, for ${age}.`,
    ];
  },
  lead: (l) =>
    [
      `${l.fytd} in ${l.fiscalYear} so far${l.fytdBefore === null ? '' : ` (${l.fytdBefore} over the same months of the year before)`}.`,
      l.median === null ? '' : `Half of those restored in ${l.month} took ${l.median} or less.`,
      l.overdue === null
        ? 'No record of actions was given.'
        : l.overdue === '0'
          ? 'No action is overdue.'
          : `${plural(l.overdue, 'action is', 'actions are')} overdue.`,
    ]
      .filter(Boolean)
      .join(' '),
  incompleteNote:
    'The exports hold only part of this month. Its counts are not final and cannot be compared with other months.',
  incompleteYear:
    'Not every month since the start of the fiscal year is held, so the year to date is partial.',
  columns: {
    grade: 'Severity',
    month: 'Month',
    fytd: 'Year to date',
    fytdBefore: 'Year before',
    open: 'Open',
    trend: '24 months',
    company: 'Company',
    unit: 'Unit',
    system: 'System',
    incidents: 'Incidents',
    median: 'Median time to restore',
    p90: '90th percentile',
    harm: 'Impact time',
    index: 'Impact index (hours × users or volume)',
    indexMax: 'largest single',
    overdue: 'Overdue actions',
    incident: 'Number',
    title: 'Subject',
    occurred: 'Occurred',
    restored: 'Restored',
    state: 'State',
    age: 'Age',
    duration: 'To restore',
    action: 'Action',
    kind: 'Kind',
    owner: 'Owner',
    due: 'Due',
    daysOver: 'Overdue by',
    content: 'Content',
    units: 'Units',
    systems: 'Systems',
    total: 'Total',
    productClass: 'Product class',
    sector: 'Sector',
    records: 'Records',
  },
  sections: {
    byGrade: 'Incidents by severity',
    companies: 'By company',
    units: 'By unit',
    systems: 'By system',
    open: 'Open incidents',
    overdue: 'Overdue actions',
    trend: 'Incidents by month',
    restore: 'Time to restore',
    harm: 'Impact time by month',
    causes: 'Classes of cause',
    profile: 'System profile',
    months: 'Values by month',
    recent: 'Latest records',
    dataNote: 'Data',
    systemsByCompany: 'Systems',
  },
  notes: {
    byGrade: 'severity as the export gives it',
    byGradeGroup: "severity as each company's export gives it; their scales differ",
    bySystem: "by the systems' profiles",
    byRecord: 'as the records of incidents name it',
    byScheme: "grades of the company's own scheme",
    byClass: "each company's grades, put into three classes by its scheme",
    companies:
      'in the configured order; their scales of severity differ, so a larger count does not mean a worse company',
    open: (shown, all, ranked) => `${ranked ? 'gravest, then ' : ''}longest first: ${shown} of ${all}`,
    overdue: (shown, all, ranked) => `${ranked ? 'gravest, then ' : ''}oldest first: ${shown} of ${all}`,
    causes: (year) => `${year} to date`,
    recent: (shown, months) => `of the last ${months} months, the latest ${shown} at most`,
    sparkMonths: 'hollow: incomplete month',
  },
  findings: {
    trend: (month, n, last) => `${n} in ${month} (${last} the month before)`,
    trendAlt: (months) =>
      `Incidents in each of the last ${months} months. The values are in the table below.`,
    restore: (month, n, median, p90) =>
      `Of ${n} restored in ${month}, half took ${median} or less and nine in ten ${p90} or less`,
    restoreUnknown: 'Not known: no export says when incidents were restored',
    openUnknown: 'Not known: no export says when incidents were restored.',
    restoreNone: 'No incident was restored in this month',
    restoreAlt:
      'Distribution of the time to restore, on a logarithmic scale. The values are in the table below.',
    harm: (month, duration) => `${duration} of impact in ${month}, in total`,
    harmAlt: 'Impact time by month. The values are in the table below.',
    noneOpen: 'No incident was open.',
    noneOverdue: 'No action is overdue.',
    noActions: 'No export of actions is configured, so delays are not known.',
    noIncidents: 'No record in this period.',
  },
  purposes: {
    executive: 'One page for the executive committee: how many, what goes on, what is late.',
    company: "The company's month: counts by unit, what goes on, what is late.",
    unit: "For the unit's quality meeting: counts, causes, delays, values by system.",
    system: 'One system as it is now: profile, values by month, latest records.',
    across: 'Layers, business flows, themes and suppliers: what runs through units and companies.',
    risk: 'The risk level of every system, and why.',
    moves: 'The systems that moved since last month, and what the change of the score is made of.',
    decisions: 'Matters that wait for a decision, decisions made, accepted risks, monthly reports.',
    suppliers:
      'Suppliers and external services: what stands on them, what they are asked for and what they deliver.',
    supplier: 'The systems, units and companies behind which one supplier stands.',
    form: 'The form of the monthly report, filled with what is known.',
    register: 'All records, latest first.',
    data: 'What was read and what could not be used: where every row went.',
    methods: 'The definition of every number in this report.',
    companies: 'All companies, in the configured order.',
    units: 'All business units.',
    systems: 'All systems.',
  },
  dataNote: (n) =>
    `Data (whole group, all months): ${plural(n.read, 'row', 'rows')} of incident exports read, ${n.rejected} rejected; ${plural(n.unmapped, 'incident', 'incidents')} without a known system.`,
  toData: 'Data and provenance',
  toMethods: 'Definitions',
  register: {
    title: (month) => `Records of ${month}`,
    finding: (records, incidents) =>
      `${plural(records, 'record', 'records')}, of which ${incidents} counted as incidents.`,
    page: (n, all) => `page ${n} of ${all}`,
    former: 'Previous page',
    next: 'Next page',
    months: 'Months',
  },
  profile: {
    service: 'Service',
    business_flow: 'Business flow',
    layer: 'Layer',
    availability_need: 'Availability needed',
    confidentiality_need: 'Confidentiality needed',
    integrity_need: 'Integrity needed',
    business_importance: 'Importance to the business',
    importance_class: 'Importance class',
    customer_facing: 'Serves outside users',
    category: 'Category',
    quality_rank: 'Quality rank',
    recovery_priority: 'Recovery priority',
    countermeasure_level: 'Countermeasure level',
    target_recovery_minutes: 'Target recovery (min)',
    allowed_stop_minutes: 'Allowed stop (min)',
    users: 'Users',
    usual_amount: 'Usual amount',
    external_policy: 'Policy on external services',
    substitutable: 'Substitutable',
    service_hours: 'Service hours',
    owner: 'Owner',
    profile_reviewed_on: 'Profile reviewed',
    last_switchover_on: 'Last switch-over test',
    valid_from: 'Valid from',
    valid_to: 'Valid to',
  },
  profileValues: {
    layer: {
      application: 'application',
      application_platform: 'application platform',
      it_platform: 'IT platform',
    },
    external_policy: {
      demand: 'same information as inside',
      standard: "by the supplier's standard figures",
      none: 'not used',
    },
    importance_class: {
      life: 'human life',
      all_employees: 'all employees',
      orders: 'orders, production, logistics',
      payment: 'payment',
      internal: 'internal',
      catalog: 'catalog',
    },
  },
  durationDays: (n) => (n === '1' ? '1 day' : `${n} days`),
};
