/** Where the incident record comes from. */
export const survey = 'IPA/SEC 2012, Figure 2-5';
