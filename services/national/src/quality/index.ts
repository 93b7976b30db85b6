export { MonitoringDesk, type ReportedVisit } from './monitoring-desk';
export { VerificationDesk } from './verification-desk';
