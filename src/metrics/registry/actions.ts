/** What was promised after incidents. */
import { byMonthAndScope, type Metric } from '../metric.js';

export const actionMetrics: readonly Metric[] = [
  {
    id: 'actions_overdue',
    name: { ja: '期限を過ぎた対策', en: 'Overdue actions' },
    unit: 'count',
    direction: 'lower_is_better',
    grain: byMonthAndScope,
    definition: {
      ja: '月末までに期限が来て、その時点で完了していない対策（暫定対策・再発防止策・横展開）の数。',
      en: 'Actions (provisional fix, recurrence prevention, rollout) due before the end of the month and not done then.',
    },
    formula: 'count(actions with due_on passed at v and not done before v)',
    source: 'IPA/SEC 2012, recurrence prevention',
    measure: { kind: 'pooled', mart: 'overdue_actions', value: 'count(*)', whenNone: 0 },
    overMonths: 'last',
    breakdowns: [],
    needs: 'actions.due_on',
  },
];
