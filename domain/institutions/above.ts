/** Who appraises or assesses a person. */
export const ABOVE = ['lineManager', 'inductionTutor'] as const;
