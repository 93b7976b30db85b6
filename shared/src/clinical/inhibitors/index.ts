export * from './deepest-molecular-response';
export * from './discontinuations';
export * from './inhibitor-lines';
export * from './remission-criteria';
export * from './treatment-free-remission';
