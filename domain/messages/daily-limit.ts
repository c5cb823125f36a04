/** How many messages one person may write to another on one day: more than a conversation needs, and too few to press with. Each sends an email. */
export const TO_ONE_PERSON_LIMIT_A_DAY = 20;
