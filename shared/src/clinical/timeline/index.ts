export { caseTimeline } from './case-timeline';
export { type TimelineEvent, type TimelineEventKind, timelineEventKinds } from './timeline-event';
