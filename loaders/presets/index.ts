/** The contents page of the presets. */
import type { Preset } from './preset.js';
import { servicenow } from './servicenow.js';

export const presets: readonly Preset[] = [servicenow];

export const findPreset = (name: string): Preset | undefined =>
  presets.find((preset) => preset.name === name);
