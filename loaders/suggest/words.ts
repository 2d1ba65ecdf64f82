/** Words for the state of a record that mean the same in every tool that uses them: for the stub of a `map` alone. */
import {
  jsmStates,
  pagerDutyStates,
  redmineStatesEn,
  redmineStatesJa,
  serviceNowStates,
  zabbixStates,
} from '../presets/states.js';

const codes = /^-?\d+$/;

/** Codes are left out: 1 means something else in each tool. */
export const stateWords: Readonly<Record<string, string>> = Object.assign(
  Object.create(null),
  Object.fromEntries(
    Object.entries({
      ...serviceNowStates,
      ...jsmStates,
      ...pagerDutyStates,
      ...zabbixStates,
      ...redmineStatesEn,
      ...redmineStatesJa,
      未着手: 'open',
      未対応: 'open',
      受付: 'open',
      受付済: 'open',
      対応中: 'in_progress',
      調査中: 'in_progress',
      保留: 'on_hold',
      保留中: 'on_hold',
      復旧: 'restored',
      復旧済: 'restored',
      解決: 'restored',
      完了: 'closed',
      対応完了: 'closed',
      対応済: 'closed',
      クローズ: 'closed',
      取消: 'canceled',
      取り消し: 'canceled',
      取下げ: 'canceled',
    }).filter(([word]) => !codes.test(word)),
  ),
);
