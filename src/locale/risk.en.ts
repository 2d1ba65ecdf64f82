import type { RiskWords } from './risk.js';

export const en: RiskWords = {
  levels: {
    none: 'None',
    low: 'Low',
    watch: 'Watch',
    high: 'High',
    critical: 'Critical',
    no_data: 'No data',
    not_applicable: 'Not applicable',
  },
  drivers: {
    caps: 'Yearly caps',
    signal: 'Signal in incidents',
    harm: 'Harm',
    open: 'Open and overdue',
    capacity: 'Capacity',
    service_levels: 'Service levels',
    changes: 'Changes',
    suppliers: 'Suppliers and external services',
    observations: 'Observations',
    profile: 'Profile',
    drills: 'Drills and switch-over tests',
    register: 'Risk register',
  },
  importance: { 4: 'Highest', 3: 'High', 2: 'Standard', 1: 'Minor', unknown: 'Importance not known' },
  columns: {
    level: 'Risk level',
    score: 'Score',
    coverage: 'Coverage',
    importance: 'Importance',
    drivers: 'Driver',
    reason: 'Why',
  },
};
