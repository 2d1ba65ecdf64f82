/** The items of an incident record that its page shows; what is not here has a place of its own there. */

/** The columns of the record as they stand, but for the times and what has a place of its own on the page. */
export const sheetColumns = [
  ...['symptom', 'symptom_class', 'place', 'continuity', 'known', 'found_how', 'found_by', 'theme'],
  ...['impact_scope', 'affected_users', 'business_volume', 'affected_amount', 'impact_minutes'],
  ...['availability_impact', 'confidentiality_impact', 'integrity_impact', 'customers_affected'],
  ...['operations_affected', 'manual_workaround', 'responsibility', 'severity'],
  ...['regulator_required', 'media_reported'],
  ...['root_cause', 'injection_cause', 'escape_cause', 'course', 'trigger', 'product_class', 'process_class'],
  ...['supplier', 'analyst', 'analysis_method'],
  ...['provisional_fix', 'provisional_result', 'closure_approved_by'],
] as const;

/** Moments of the record, in the order in which they should come. */
export const sheetTimes = [
  'occurred_at',
  'detected_at',
  'called_out_at',
  'restored_at',
  'closed_at',
] as const;
export const reportTimes = ['regulator_first_at', 'regulator_final_at', 'disclosed_at'] as const;
