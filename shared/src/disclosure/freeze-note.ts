/** What is said of figures of a freeze that are not of all the patients it was taken with. No number: it would be about these few. */
export const LEFT_OUT_NOTE =
  'Patients who withdrew their consent or, in European figures, objected since this freeze was taken are left out. ' +
  'Figures that were asked for before are kept with them: handle what differs as you would patient data.';
