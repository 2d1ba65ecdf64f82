/** Writes the whole demo below a folder, company by company and row by row. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionsOf } from './actions.js';
import { companies } from './companies/index.js';
import { soil, strayAction } from './dirt.js';
import { writeCmdb } from './exports/cmdb.js';
import { layouts } from './exports/index.js';
import { writeApprovals } from './group/approvals.js';
import { writeCapacity } from './group/capacity.js';
import { writeDrills } from './group/drills.js';
import { writeHolidays } from './group/holidays.js';
import { linksOf } from './group/links.js';
import { Matters } from './group/matters.js';
import { writeObservations } from './group/observations.js';
import { writeOperations } from './group/operations.js';
import { writePlans } from './group/plans.js';
import { writeRegister } from './group/register.js';
import { writeReviews } from './group/reviews.js';
import { writeSuppliers } from './group/suppliers.js';
import { type Cell, writeTable } from './group/table.js';
import { incidentId, incidentsOf } from './incidents.js';
import { Sink } from './kernel/sink.js';
import { systemsOf } from './landscape.js';
import type { Action, CompanyEntry, Incident, System } from './model.js';
import { Truth } from './truth.js';

export interface Request {
  readonly out: string;
  readonly seed: string;
  /** How many times the demo's systems, and how many times its incidents. */
  readonly systems: number;
  readonly incidents: number;
}

export function writeDemo(request: Request): Truth {
  const truth = new Truth();
  const landscape = companies.map((company) => systemsOf(company, request.systems));
  Object.assign(truth.rows, writeCmdb(request.out, companies, landscape.flat()));
  const links: Cell[][] = [];
  const matters = new Matters();
  companies.forEach((company, i) => {
    writeCompany(request, company, landscape[i]!, truth, links, matters);
  });
  const { out, seed } = request;
  Object.assign(
    truth.rows,
    writeTable(out, 'group/incident_systems.csv', 'incident_id,system_id,harm_from,harm_to,role', links),
    writeHolidays(out),
    writeApprovals(out, seed),
    writePlans(out, companies),
    writeOperations(out, seed, companies, landscape.flat()),
    writeSuppliers(out, seed, companies, landscape.flat()),
    writeDrills(out, companies),
    writeCapacity(out, seed),
    writeObservations(out, seed, landscape.flat()),
    writeReviews(out, seed),
    writeRegister(out, seed, companies, landscape.flat()),
    matters.write(out, seed),
  );
  writeFileSync(join(request.out, 'truth.json'), truth.toJson());
  return truth;
}

function writeCompany(
  request: Request,
  company: CompanyEntry,
  systems: readonly System[],
  truth: Truth,
  links: Cell[][],
  matters: Matters,
): void {
  const layout = layouts[company.id];
  const sinks = new Map<string, Sink>();
  const actionPath = `${company.id}/${layout.actions.path}`;
  const actionSink = new Sink(join(request.out, actionPath), layout.actions.style, layout.actions.header);
  const writeAction = (action: Action): void => {
    const line = actionSink.write(layout.actions.row(action));
    truth.addAction(company.id, action);
    if (action.dirt) truth.dirty.push({ file: actionPath, line, id: action.id, what: action.dirt });
  };
  const sinkOf = (path: string): Sink => {
    const sink =
      sinks.get(path) ?? new Sink(join(request.out, path), layout.incidents.style, layout.incidents.header);
    sinks.set(path, sink);
    return sink;
  };
  const writeIncident = (incident: Incident): void => {
    const path = `${company.id}/${layout.incidents.path(incident)}`;
    const lines = layout.incidents.rows(incident).map((row) => sinkOf(path).write(row, incident.extraField));
    truth.addIncident(incident);
    if (incident.dirt)
      truth.dirty.push({ file: path, line: lines.at(-1)!, id: incident.id, what: incident.dirt });
  };
  const volume = { seed: request.seed, incidents: request.incidents };
  const idOf = (number: number, at: number): string => incidentId(company, number, at);
  let previous = '';
  for (const incident of soil(company, incidentsOf(company, systems, volume), idOf)) {
    writeIncident(incident);
    if (incident.id !== previous) {
      const linked = [...linksOf(request.seed, incident, systems)];
      links.push(...linked);
      const harmed = systems.filter((s) =>
        linked.some(([, id, , , role]) => id === s.id && role === 'affected'),
      );
      matters.add(incident, harmed);
      for (const action of actionsOf(company, systems, incident, request.seed, actionSink.rows + 1))
        writeAction(action);
    }
    previous = incident.id;
  }
  const stray = strayAction(company, actionSink.rows + 1);
  if (stray) writeAction(stray);
  for (const [path, sink] of [...sinks, [actionPath, actionSink] as const]) {
    sink.close();
    truth.rows[path] = sink.rows;
  }
}
