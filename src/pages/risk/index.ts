/** The reported month's risk, as pages look it up. Language-free. */
import type { Config } from '../../config/model.js';
import type { Database } from '../../duckdb/database.js';
import type { Period } from '../../marts/period.js';
import { type Findings, readFindings } from './findings.js';
import { type Forms, readForms } from './forms.js';
import { type Levels, readLevels } from './levels.js';
import { type Matters, readMatters } from './matters.js';
import { type Moves, readMoves } from './moves.js';
import { type Register, readRegister } from './register.js';
import { readSubmissions, type Submissions } from './submissions.js';
import { readSuppliers, type Suppliers } from './suppliers.js';
import { readWhy, type Why } from './why.js';

export interface RiskData {
  readonly levels: Levels;
  readonly moves: Moves;
  readonly matters: Matters;
  readonly suppliers: Suppliers;
  readonly submissions: Submissions;
  readonly register: Register;
  readonly findings: Findings;
  readonly forms: Forms;
  readonly why: Why;
}

export const readRisk = async (db: Database, config: Config, period: Period): Promise<RiskData> => ({
  levels: await readLevels(db, period),
  moves: await readMoves(db, period),
  matters: await readMatters(db, period),
  suppliers: await readSuppliers(db, config, period),
  submissions: await readSubmissions(db, period),
  register: await readRegister(db, period),
  findings: await readFindings(db, period),
  forms: await readForms(db, config, period),
  why: await readWhy(db, config, period),
});
