/** What the record of an incident should hold: the fields of Figure 2-5 of the survey, and from which state on each can be asked for. */
import { type GroupClass, groupClasses, type Scheme } from './model.js';

/** How far an incident has come; each state asks for the fields of those before it too. */
export const recordStates = ['open', 'restored', 'closed'] as const;
export type RecordState = (typeof recordStates)[number];

export interface RecordField {
  /** As schemes name it: a column of the incident record, or one of the actions' with `prevention_` before it. */
  readonly id: string;
  readonly from: RecordState;
  /** SQL over the exported record `s`, the month `m` and the incident's actions of prevention `a`. Default: its column is filled. */
  readonly filled?: string;
  /** SQL over the same: only of such incidents is the field asked for. */
  readonly when?: string;
}

const field = (
  from: RecordState,
  id: string,
  filled = `s.${id} IS NOT NULL`,
  when?: string,
): RecordField => ({
  id,
  from,
  filled,
  ...(when && { when }),
});

/**
 * Figure 2-5 line by line. States are Kado's default: what is seen is asked for at once, how far the harm went and what was done
 * from restoration on, what analysis brings when the incident is closed. Not asked for: the trigger, since no column says whether
 * the cause lay dormant, and the progress of prevention, which an unfinished action has not made. The time of discovery may stand
 * for that of occurrence there, which every record has.
 */
export const recordFields: readonly RecordField[] = [
  field('open', 'incident_id'),
  field('open', 'occurred_at'),
  field('open', 'found_by'),
  field('open', 'found_how'),
  // Device and department.
  field('open', 'system_id', 's.system_id IS NOT NULL OR s.unit_id IS NOT NULL'),
  field('open', 'place'),
  field('open', 'symptom'),
  field('open', 'continuity'),
  field('open', 'known'),
  field('open', 'impact_scope'),
  field('restored', 'affected_amount'),
  // The time of harm, told or to be computed.
  field('restored', 'restored_at', 's.restored_at <= m.valued_at OR s.impact_minutes IS NOT NULL'),
  field('restored', 'provisional_fix'),
  field('restored', 'provisional_result'),
  field('closed', 'analyst'),
  field('closed', 'root_cause'),
  field('closed', 'injection_cause'),
  field('closed', 'escape_cause'),
  field('closed', 'course'),
  field('closed', 'product_class'),
  field('closed', 'process_class'),
  field('closed', 'supplier', undefined, `s.product_class = 'external_service'`),
  field('closed', 'prevention_owner', 'coalesce(a.owned, false)'),
  field('closed', 'prevention_content', 'coalesce(a.told, false)'),
  field('closed', 'prevention_due_on', 'coalesce(a.planned, false)'),
  field('closed', 'prevention_approved_on', 'coalesce(a.approved_on <= m.last_day, false)'),
  field('closed', 'closure_approved_by'),
];

/** schemes.md: critical and heavy all of Figure 2-5; other: identity, times, symptom, product and process class, provisional fix. */
export const defaultRequiredFields: Scheme['requiredFields'] = {
  critical: 'all',
  heavy: 'all',
  other: [
    'incident_id',
    'occurred_at',
    'restored_at',
    'symptom',
    'product_class',
    'process_class',
    'provisional_fix',
  ],
};

/** Every field that any class asks for: Figure 2-5's, and what a scheme lists besides, which is asked for once an incident is closed. */
export function fieldsOf(required: Scheme['requiredFields']): readonly RecordField[] {
  const listed = groupClasses.flatMap((c) => (required[c] === 'all' ? [] : required[c]));
  const others = [...new Set(listed)].filter((id) => !recordFields.some((f) => f.id === id));
  return [...recordFields, ...others.map((id) => field('closed', id))];
}

/** The classes that ask for a field. */
export const askedBy = (required: Scheme['requiredFields'], { id }: RecordField): readonly GroupClass[] =>
  groupClasses.filter((c) =>
    required[c] === 'all' ? recordFields.some((f) => f.id === id) : required[c].includes(id),
  );
