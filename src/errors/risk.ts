/** Rules of judging risk that can't be. */
import { entries } from './entry.js';

export const riskErrors = entries({
  config_risk_rising: {
    exit: 2,
    en: [
      '{key} does not rise',
      'give the four values in rising order: low, watch, high, critical; null for a level that is never reached',
    ],
    ja: [
      '{key} が小さい順になっていません',
      '低・注意・高・極めて高の順に、だんだん大きくなる値を4つ書いてください。その水準にしないところは null です',
    ],
  },
  config_risk_falling: {
    exit: 2,
    en: [
      '{key} does not fall',
      'less is worse here: give the four values in falling order: low, watch, high, critical; null for a level that is never reached',
    ],
    ja: [
      '{key} が大きい順になっていません',
      'この項目は小さいほど重い状態です。低・注意・高・極めて高の順に、だんだん小さくなる値を4つ書いてください。その水準にしないところは null です',
    ],
  },
  config_risk_hides: {
    exit: 2,
    en: [
      '{key} would hide a critical system of the highest importance',
      'its fourth value must be 0, so that the worst system of importance 4 counts in full for its unit, company and group',
    ],
    ja: [
      '{key} は、最も重要なシステムの「極めて高」を隠してしまいます',
      '4つめの値は 0 にしてください。重要度4の最も悪いシステムは、事業部・会社・グループにそのまま数えます',
    ],
  },
  config_risk_factors: {
    exit: 2,
    en: [
      '{key} must be above 0 and not fall',
      'give the factors of importance 1, 2, 3 and 4, each at least as great as the one before',
    ],
    ja: [
      '{key} は0より大きく、小さくならない順にしてください',
      '重要度1・2・3・4の係数を、前の値以上になるように書いてください',
    ],
  },
});
