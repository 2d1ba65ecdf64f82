import type { Preset } from './preset.js';
import { pagerDutyStates } from './states.js';

/** The incident report as CSV. */
export const pagerduty: Preset = {
  name: 'pagerduty',
  kind: 'incidents',
  about: { en: 'PagerDuty, incidents as CSV', ja: 'PagerDuty のインシデント（CSV）' },
  how: {
    en: 'Download the incidents of a period as CSV; exactly 20,000 rows mean that it was cut off, so take shorter periods',
    ja: '期間を指定してインシデントを CSV でダウンロードします。ちょうど 20,000 行なら途中で切れているため、期間を短くします',
  },
  signature: [['incident_number'], ['service_id'], ['escalation_policy_id'], ['created_on']],
  missing: [],
  columns: {
    incident_id: { from: ['id'] },
    system_id: { from: ['service_id', 'service_name'] },
    occurred_at: { from: ['created_on'] },
    restored_at: { from: ['resolved_on'] },
    state: { from: ['status'], map: pagerDutyStates },
    title: { from: ['description'] },
    severity: { from: ['urgency'] },
  },
  order: [],
  caps: [20_000],
};
