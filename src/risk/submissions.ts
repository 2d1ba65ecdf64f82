import type { Mart } from '../marts/mart.js';

export const submissionStates: Mart = {
  name: 'submission_states',
  grain: {
    ja: '1行は1か月の報告を出すべき1者と、その提出の状態',
    en: 'one row per month and report that was due in it or still is: on time, late, missing or owed',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::VARCHAR AS reported, NULL::TIMESTAMPTZ AS due_at, NULL::TIMESTAMPTZ AS submitted_at, NULL::VARCHAR AS state, NULL::BIGINT AS minutes_late, NULL::VARCHAR AS by, NULL::VARCHAR AS _file, NULL::BIGINT AS _line WHERE false`,
  checks: [],
};
