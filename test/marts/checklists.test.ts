/** How much of the checklist is answered yes, month end by month end, worked by hand. */
import { describe, expect, it } from 'vitest';
import { type Figures, figuresOf } from '../cases/figures.js';
import { april, project } from './plainProject.js';

const items = 'item_id,category\nk1,x\nk2,x\nk3,x\nk4,x\n';
const answers = (...rows: string[]): string => `item_id,system_id,state,checked_on\n${rows.join('\n')}\n`;
const shares = (f: Figures, scope: string): (number | null)[] => f.series('checklist_coverage', scope);
const of = (f: Figures, month: string, scope: string) => {
  const { value, status, coverage, source_rows } = f.of(`2026-${month}/checklist_coverage/${scope}`);
  return [value, status, coverage, source_rows];
};

describe('the coverage of the checklist', async () => {
  const rows = answers(
    'k1,s1,yes,2026-01-31', // on the month's last day
    'k2,s1,no,2026-02-01', // on the first of the next
    'k3,s1,na,2026-01-15',
    'k1,s4,yes,2026-03-31', // s4 ends on 15 March
    'k9,s1,yes,2026-01-01', // no such item
    'k1,s9,yes,2026-01-01', // no such system
  );
  const f = await figuresOf(project({ 'checklist_items.csv': items, 'checklist_answers.csv': rows }), april);
  it('is yes ÷ (yes + no + unanswered), as of the month end', () => {
    // s1: k1 yes, k3 apart, k4 unanswered, k2 unanswered in January, no from February: 1 ÷ 3.
    expect(shares(f, 'system:s1')).toEqual([1 / 3, 1 / 3, 1 / 3, 1 / 3]);
    // s2 has answered nothing; its company uses the list while s1 is its own: 0 ÷ 4. From March a has no answer.
    expect(shares(f, 'system:s2')).toEqual([0, 0, null, null]);
    expect(shares(f, 'company:a')).toEqual([1 / 7, 1 / 7, null, null]);
    // b: s1 from March with s3, which has answered nothing; s4 is no longer valid on 31 March.
    expect(shares(f, 'company:b')).toEqual([null, null, 1 / 7, 1 / 7]);
    expect(shares(f, 'group:group')).toEqual([1 / 7, 1 / 7, 1 / 7, 1 / 7]);
  });
  it('tells what is not known', () => {
    // January: of s1's four items k2 was answered later, what stood there isn't known. b's s4 (4 items) has no data.
    expect(of(f, '01', 'system:s1')).toEqual([1 / 3, '', 3 / 4, 2]);
    expect(of(f, '02', 'system:s1')).toEqual([1 / 3, '', 1, 3]);
    expect(of(f, '01', 'company:b')).toEqual([null, 'no_data', 0, 0]);
    expect(of(f, '01', 'group:group')).toEqual([1 / 7, '', (3 + 4) / 12, 2]);
    expect(of(f, '01', 'system:s3')).toEqual([null, 'not_applicable', 1, 0]); // not valid yet
  });
  it('has no data before the first answer, and takes one without a day as given, not told', async () => {
    const late = answers('k1,s2,yes,2026-03-01', 'k2,s2,yes,2026-03-02');
    const g = await figuresOf(
      project({ 'checklist_items.csv': items, 'checklist_answers.csv': late }),
      april,
    );
    expect(shares(g, 'system:s2')).toEqual([null, null, 0.5, 0.5]);
    expect(of(g, '02', 'company:a')).toEqual([null, 'no_data', 0, 0]);
    const undated = await figuresOf(
      project({
        'checklist_items.csv': items,
        'checklist_answers.csv': 'item_id,system_id,state\nk1,s2,yes\n',
      }),
      april,
    );
    expect(of(undated, '03', 'system:s2')).toEqual([1 / 4, '', 3 / 4, 1]);
  });
  it('is not applicable where no item applies', async () => {
    const one = project({
      'checklist_items.csv': 'item_id,category\nk1,x\n',
      'checklist_answers.csv': answers('k1,s2,na,2026-01-01'),
    });
    expect(of(await figuresOf(one, april), '03', 'system:s2')).toEqual([null, 'not_applicable', 1, 1]);
  });
  it('takes the items that anybody answered where they are not given', async () => {
    const g = await figuresOf(
      project({
        'checklist_answers.csv': answers(
          'k1,s1,yes,2026-01-01',
          'k2,s2,yes,2026-01-01',
          'k3,s2,no,2026-01-01',
        ),
      }),
      april,
    );
    expect(shares(g, 'system:s2')).toEqual([1 / 3, 1 / 3, 1 / 3, 1 / 3]);
  });
  it('has no data without the input', async () => {
    const g = await figuresOf(project({ 'checklist_items.csv': items }), april);
    expect(of(g, '03', 'group:group')).toEqual([null, 'no_data', 0, 0]);
  });
});
