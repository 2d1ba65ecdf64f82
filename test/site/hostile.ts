/** Projects whose texts try to run in a reader's browser. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { stringify } from 'yaml';
import { SCRIPT_TITLE } from '../../data/generate/dirt.js';
import { build, root, shared } from './kado.js';

export const HOSTILE = SCRIPT_TITLE;
/** What no text of ours contains: where it stands, the hostile text must stand whole. */
export const MARK = 'onerror=alert(1)';
/** A file name can't hold a slash. */
export const FILE = `incidents ${HOSTILE.replaceAll('/', '')}.csv`;

const csv = (rows: readonly Readonly<Record<string, string>>[]): string => `${Papa.unparse([...rows])}\n`;

/** One company, unit, system, incident, grade and action after another bears the hostile text. */
export const hostileProject = (): Promise<string> =>
  shared('hostile', async (folder) => {
    const data = join(folder, 'data');
    mkdirSync(data);
    const write = (name: string, rows: readonly Readonly<Record<string, string>>[]) =>
      writeFileSync(join(data, name), csv(rows));
    write('units.csv', [
      { unit_id: `u ${HOSTILE}`, company_id: 'c1', name_ja: HOSTILE, name_en: HOSTILE, owner: HOSTILE },
    ]);
    write('systems.csv', [
      {
        system_id: `s ${HOSTILE}`,
        unit_id: `u ${HOSTILE}`,
        name_ja: HOSTILE,
        name_en: HOSTILE,
        owner: HOSTILE,
        service: HOSTILE,
        business_flow: HOSTILE,
      },
    ]);
    const incident = {
      system_id: `s ${HOSTILE}`,
      title: HOSTILE,
      severity: HOSTILE,
      root_cause: HOSTILE,
      symptom: HOSTILE,
      place: HOSTILE,
      supplier: HOSTILE,
      analyst: HOSTILE,
    };
    write(FILE, [
      { ...incident, incident_id: HOSTILE, occurred_at: '2026-09-03 10:00', restored_at: '2026-09-03 11:00' },
      { ...incident, incident_id: `2 ${HOSTILE}`, occurred_at: '2026-09-04 10:00', restored_at: '' },
      { ...incident, incident_id: '3', occurred_at: HOSTILE, restored_at: '' },
      {
        ...incident,
        incident_id: '4',
        system_id: `lost ${HOSTILE}`,
        occurred_at: '2026-09-05 10:00',
        restored_at: '',
      },
    ]);
    write('actions.csv', [
      {
        action_id: HOSTILE,
        incident_id: HOSTILE,
        kind: 'prevention',
        content: HOSTILE,
        owner: HOSTILE,
        due_on: '2026-09-10',
        done_on: '',
      },
    ]);
    // In the configuration itself `${…}` names the environment, and what comes from there is not searched again.
    const text = '${HOSTILE}';
    writeFileSync(
      join(folder, 'kado.yaml'),
      stringify({
        title: text,
        group: text,
        audience: text,
        confidentiality: text,
        as_of: '2026-10-02T09:00:00+09:00',
        max_reject_rate: 1,
        companies: [{ id: 'c1', name: { ja: text, en: text }, sector: text }],
        sources: {
          units: 'data/units.csv',
          systems: 'data/systems.csv',
          incidents: { path: 'data/incidents*.csv', covers: { from: '2026-08-01', to: '2026-09-30' } },
          actions: 'data/actions.csv',
        },
      }),
    );
    await build('out', [], { cwd: folder, env: { HOSTILE } });
  }).then((folder) => join(folder, 'out'));

/** The demo of the month in which its hostile title occurred: the register reaches back 13 months only. */
export const hostileDemo = (): Promise<string> => {
  const rows = Papa.parse<Record<string, string>>(readFileSync(join(root, 'data/c/incidents.csv'), 'utf8'), {
    header: true,
  }).data;
  const month = rows.find((row) => row.title === HOSTILE)!.occurred_at!.slice(0, 7);
  return shared('hostile-demo', (out) => build(out, ['--config', join(root, 'kado.yaml'), '--month', month]));
};

/** The hostile text's whole forms, the longest first. */
const forms = [HOSTILE, FILE];

/** What is left of a text when every whole form of the hostile text is taken away. */
export const without = (text: string): string =>
  forms.reduce((left, form) => left.replaceAll(form, ''), text);
