export { type CountryKey, CountryKeyDesk, type CountryKeyState, countryKeyStates } from './country-key-desk';
export { createMasking } from './create-masking';
export { type MaskAnswer, MaskingDesk, type MaskingServices } from './masking-desk';
export { MaskingRefusal, type MaskingRefusalCode } from './masking-refusal';
export { type NewKeyPolicy, newKeyPolicies } from './pinned-keys';
