/** The configuration that `kado init` writes: every key that a first report needs, explained in both languages. */
import type { Kind } from '../config/model.js';

/** The zone that the configuration begins with. */
export const starterTimezone = 'Asia/Tokyo';

const head = `# Kado: configuration / 設定
# Every key is explained in docs/configuration.md of the package.

title: { ja: 月次リスク報告, en: Monthly risk report }
group: { ja: グループ名, en: Group name }
locales: [ja, en]            # the first is the default / 先頭が既定
timezone: ${starterTimezone}         # for times without a zone / 時差のない日時の時間帯
fiscal_year_start: 4         # month / 年度の始まる月
currency: JPY

# Nothing later than this exists. Without it: the end of what the incidents cover.
# これより後のことは無いものとします。省けば障害の書き出しの終わりです。
# as_of: 2026-11-05T09:00:00+09:00

# Rows of unchanged exports are kept here and not read again. "none": keep nothing.
# 変わっていない書き出しの行をここに残し、読み直しません。none なら何も残しません。
# cache: .kado/cache

`;

/** What stands under `sources` for the kinds that a report begins with, as templates. */
const starterSources: Readonly<Partial<Record<Kind, string>>> = {
  companies: '  companies: { path: exports/companies.csv, allow_empty: true }   # optional / 任意\n',
  units: '  units: { path: exports/units.csv, allow_empty: true }           # optional / 任意\n',
  systems: '  systems: exports/systems.csv\n',
  incidents: `  incidents:
    - path: exports/incidents.csv   # a glob works too: exports/incidents-*.csv
      # A tool's own export needs a preset or a mapping instead of Kado's column names:
      # preset: servicenow
      # encoding: auto              # utf-8, utf-16, shift_jis (CP932), euc-jp
      # covers: { from: 2024-04-01, to: 2026-10-31 }
      # company: a                  # for rows that name neither system, unit nor company
      # columns:
      #   incident_id: number
      #   occurred_at: { from: opened_at, format: "%d/%m/%Y %H:%M" }
      #   severity: { from: priority, map: { "1 - Critical": critical, "2 - High": heavy }, default: other }
      # keep_last: { by: number, order: [sys_mod_count, sys_updated_at] }
      # where: "incident_state <> 'Canceled'"
`,
  // An active template would have the first report say that no action is overdue.
  actions: `  # An empty file of actions means that there are none, not that they are unknown: take this in once they are kept.
  # 空の対策ファイルは「不明」ではなく「対策なし」を意味します。記録を始めてから有効にしてください。
  # actions:
  #   - path: exports/actions.csv
  #     allow_empty: true           # a file with a header and no row is a legitimate nothing
`,
};

/** The configuration; `given` are entries that take the place of the templates of their kind. */
export function starterConfig(given: ReadonlyMap<Kind, string> = new Map()): string {
  const began = Object.keys(starterSources) as Kind[];
  const others = [...given.keys()].filter((kind) => !began.includes(kind));
  const sources = [...began, ...others].map((kind) => given.get(kind) ?? starterSources[kind] ?? '');
  return `${head}sources:\n${sources.join('')}`;
}
