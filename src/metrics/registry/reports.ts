/** Whether reports were made in time: upward by units, systems and suppliers, and to the regulator. */
import { byMonthAndEveryScope, byMonthAndReporter, type Metric } from '../metric.js';

export const reportMetrics: readonly Metric[] = [
  {
    id: 'submission_on_time_rate',
    name: { ja: '報告の期限内提出率', en: 'Reports submitted on time' },
    unit: 'share',
    direction: 'higher_is_better',
    grain: byMonthAndReporter,
    definition: {
      ja: 'その月に期限が来た報告のうち、期限までに提出されたものの割合。基準時点にまだ期限の来ていない報告は数えません。事業部の報告は事業部・会社・グループに、システムの報告はそのシステムを含む範囲に、委託先の報告は委託先・委託元の会社・グループに、それぞれ1回数えます。時刻のない期限はその日の0時です。',
      en: "The share of the reports due in the month that were submitted by then. What isn't due yet at as-of doesn't count. A unit's report counts in the unit, its company and the group, a system's in every scope of the system, a supplier's under the supplier, in the companies that it supplies and in the group, once each. A due day without a clock time is its 0:00.",
    },
    formula:
      'count(submitted_at ≤ due_at) ÷ count(due_at in the month and ≤ v); Clopper–Pearson 95 % interval',
    source: 'IPA/SEC 2012, Figure 3-3 (form, timing and addressee of each report are fixed)',
    measure: {
      kind: 'ratio',
      mart: 'submissions_due',
      numerator: 'count(*) FILTER (r.on_time)',
      denominator: 'count(*)',
      scoped: true,
    },
    breakdowns: [],
    needs: 'submissions.submitted_at',
  },
  {
    id: 'regulator_reports_overdue',
    name: { ja: '期限を過ぎた当局報告', en: 'Overdue reports to the regulator' },
    unit: 'count',
    direction: 'lower_is_better',
    grain: byMonthAndEveryScope,
    definition: {
      ja: '当局報告が必要な障害のうち、月末（基準時点が早ければ基準時点）に、設定した時間を過ぎても第一報がない、または設定した日数を過ぎても最終報告がないものの数。遅れて出された報告は、出された後は数えません。要否の記録がない障害は充足率で示します。',
      en: 'Incidents that must be reported to the regulator, of which at the end of the month (or at as-of, if earlier) the first report was not made though the configured hours were over, or the final one though the configured days were. One made late is no longer overdue. The coverage tells the share of incidents of which it is recorded whether they must be reported.',
    },
    formula:
      'count(incidents with regulator_required and (no report at v > start + first_hours, or no regulator_final_at at v ≥ midnight after day start + final_days))',
    source:
      'Kado; the hours and days are configured (regulator), by default 24 hours (DORA, RTS (EU) 2025/301) and 30 days',
    measure: {
      kind: 'pooled',
      mart: 'regulator_duties',
      ofIncidents: true,
      value: 'CASE WHEN count(r.required) > 0 THEN count(*) FILTER (r.overdue) END',
      sourceRows: 'count(*) FILTER (r.overdue)',
      whenNone: 0,
      coverage: 'avg(CASE WHEN r.required IS NULL THEN 0.0 ELSE 1.0 END)',
    },
    breakdowns: [],
    needs: 'incidents.regulator_required&incidents.regulator_first_at&incidents.regulator_final_at',
  },
];
