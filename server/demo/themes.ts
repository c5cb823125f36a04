/** What a pair of the demo works on: a focus area and words about it. They name no person and describe no pupil. */
export interface Theme {
  readonly tag: string;
  readonly statements: readonly string[];
  readonly goal: { readonly title: string; readonly why: string; readonly success: string };
  readonly steps: readonly string[];
  readonly agenda: readonly string[];
  readonly notes: readonly string[];
  readonly progress: readonly string[];
  readonly reflections: readonly { readonly title: string; readonly text: string }[];
  readonly feedback: readonly { readonly saw: string; readonly nextStep: string }[];
}

export const THEMES: readonly Theme[] = [
  {
    tag: 'exp-behaviour-classroom-routines-and-expectations',
    statements: ['eng-ts-7.1'],
    goal: {
      title: 'Lead a calm start to every lesson',
      why: 'The first five minutes decide how the rest of the hour feels.',
      success: 'Settled and writing within three minutes, four lessons out of five.',
    },
    steps: [
      'Watch two starts and note what the teacher does first',
      'Write the entry routine on one card',
      'Greet the class at the door for a week',
      'Have the first task on the board before anybody sits down',
      'Keep the routine on a windy Friday',
    ],
    agenda: [
      'Watching a calm start: what did you notice?',
      'Which minute goes wrong, and what happens just before it?',
      'One small step to try with the hardest class',
      'What to say when the routine slips',
    ],
    notes: [
      'The register is already open and the first task is on the board before anybody sits down. The voice never rises; the silence does the work.',
      'Mondays after assembly are different: the class arrives in three groups. Agreed to hold the door until the second group is there.',
      'The routine held on four days of five. The fifth was wet play. Decided to keep the same first task for the whole week so that there is less to explain.',
    ],
    progress: [
      'Two calm starts seen. The teacher stood still for the first minute.',
      'Card written and stuck inside the planner.',
      'Door greeting done all week; the noise in the corridor fell.',
      'First task ready each day. I talk less.',
      'It held on the last Friday of term.',
    ],
    reflections: [
      {
        title: 'What I do before I speak',
        text: 'I had thought of the start of a lesson as something I say. Watching somebody else, it is something the room already says before I open my mouth: the task, the door, where I stand. This week I tried to remove one sentence each day.\n\nOn Thursday there was nothing left to remove and they simply began.',
      },
    ],
    feedback: [
      {
        saw: 'You waited at the door until the last group arrived, and the noise dropped without a word from you.',
        nextStep: 'Try the same pause in the change from talk to writing; you already know how.',
      },
    ],
  },
  {
    tag: 'exp-classroom-checking-for-understanding',
    statements: ['eng-ts-6'],
    goal: {
      title: 'Know who has understood before moving on',
      why: 'I find out in the marking, which is a day too late.',
      success: 'Every lesson has one check that all pupils answer, and I change course because of it at least once a week.',
    },
    steps: [
      'Plan one question that everybody answers',
      'Use mini whiteboards twice this week',
      'Write down what I changed because of an answer',
      'Script two follow-up questions for a wrong answer',
    ],
    agenda: [
      'Which question told you most this week?',
      'Planning a hinge question together',
      'What to do when half the class is wrong',
      'How much checking is enough?',
    ],
    notes: [
      'The question about equivalent fractions split the class in two. Re-taught straight away with a number line; six minutes well spent.',
      'Whiteboards slow things down at first. Agreed a three-word routine for showing them.',
      'Looked at three exit tickets together. The wrong answers were the same wrong answer, which is good news.',
    ],
    progress: [
      'One question planned for each lesson.',
      'Whiteboards out twice; it took four minutes each time.',
      'Changed course in the second half of a lesson because of one answer.',
      'Follow-ups written on the slide notes.',
    ],
    reflections: [
      {
        title: 'The answer I did not expect',
        text: 'I asked a question I thought was easy. A third of the class had the same misconception. Without the boards I would have heard the one right answer from the front row and gone on.\n\nNext time I will ask it ten minutes earlier.',
      },
    ],
    feedback: [
      {
        saw: 'When the boards went up you read the back row first, then changed your example. Everybody could see the second one.',
        nextStep: 'Decide beforehand what share of wrong answers makes you stop.',
      },
    ],
  },
  {
    tag: 'exp-inclusion-adaptive-teaching',
    statements: ['eng-ts-5'],
    goal: {
      title: 'Adapt without writing three lessons',
      why: 'I plan for three groups and run out of evening.',
      success: 'One lesson, with support that comes and goes, planned in under half an hour.',
    },
    steps: [
      'List what stops some from starting',
      'Prepare one scaffold and plan when to take it away',
      'Ask the teaching assistant what they see',
      'Try pre-teaching the vocabulary',
    ],
    agenda: [
      'What gets in the way of the first step?',
      'A scaffold, and the day it goes',
      'Working with the teaching assistant',
      'High challenge for everybody',
    ],
    notes: [
      'Sentence starters helped eight pupils begin. Two still use them; the rest can lose them next week.',
      'Agreed a signal with the teaching assistant: a sticky note on the desk when somebody can do it alone.',
      'Pre-taught five words on Monday. The discussion on Wednesday was twice as long.',
    ],
    progress: [
      'Barriers listed: reading the question is the first.',
      'Scaffold made and used.',
      'Had ten minutes with the teaching assistant; learned a lot.',
      'Vocabulary pre-taught twice.',
    ],
    reflections: [
      {
        title: 'Taking the ladder away',
        text: 'I am good at giving support and slow to take it back. One pupil asked me whether she still had to use the frame. She had been ready for a fortnight.\n\nI have put a date on every scaffold since.',
      },
    ],
    feedback: [
      {
        saw: 'The worked example stayed up for the first question and was half covered for the second. Nobody was singled out.',
        nextStep: 'Let pupils choose when to uncover it.',
      },
    ],
  },
  {
    tag: 'exp-classroom-explanation-and-modelling',
    statements: ['eng-ts-4'],
    goal: {
      title: 'Explain one new idea clearly in five minutes',
      why: 'My explanations grow as I speak.',
      success: 'A planned explanation with one example and one non-example, under five minutes.',
    },
    steps: [
      'Write an explanation down and cut it by half',
      'Rehearse it aloud to somebody',
      'Add a non-example',
      'Record the sound of one and listen',
    ],
    agenda: ['Rehearse the explanation now', 'What can be cut?', 'Choosing a non-example', 'Modelling thinking aloud'],
    notes: [
      'Cut from nine minutes to four. Nothing was missed, and the questions afterwards were better.',
      'Rehearsed twice. The second time the diagram came first and the words after.',
      'The non-example did more than the example. Agreed to plan it first next time.',
    ],
    progress: [
      'Script halved.',
      'Rehearsed with my mentor; changed the order.',
      'Non-example added.',
      'Listened to myself. I say “okay” a great deal.',
    ],
    reflections: [
      {
        title: 'Fewer words',
        text: 'Hearing my own explanation was uncomfortable. There were three examples and each one moved the goalposts a little. With one example, one non-example and silence, the class asked the questions I used to answer before they could.',
      },
    ],
    feedback: [
      {
        saw: 'You drew first and talked second. Every eye was on the board.',
        nextStep: 'Pause for a count of three after the key sentence.',
      },
    ],
  },
  {
    tag: 'exp-classroom-questioning-and-dialogue',
    statements: ['eng-ts-4', 'eng-ts-2'],
    goal: {
      title: 'Hear from everybody, not the same five',
      why: 'The same hands go up and I take them.',
      success: 'Every pupil speaks to the class at least once a week.',
    },
    steps: [
      'Count who speaks in three lessons',
      'Use think, pair, share with real thinking time',
      'Plan three questions that cannot be answered in a word',
      'Bounce an answer to somebody else',
    ],
    agenda: [
      'Who spoke, and who did not?',
      'Thinking time: how long is it really?',
      'Questions worth talking about',
      'What to do with a wrong answer',
    ],
    notes: [
      'Counted: 27 answers from six pupils. With thinking time: 21 answers from seventeen.',
      'Three seconds feels like thirty. Agreed to count on fingers behind the back.',
      'A wrong answer became the best ten minutes of the lesson because it was passed on, not corrected.',
    ],
    progress: [
      'Counted in three lessons. I was surprised.',
      'Thinking time every time, except once.',
      'Three questions planned a lesson.',
      'Bounced four answers. It felt like a conversation.',
    ],
    reflections: [
      {
        title: 'The seventeen',
        text: 'I would have said that most of my class speak. They did not. The count was a small humiliation and then a relief, because it is something I can change tomorrow.',
      },
    ],
    feedback: [
      {
        saw: 'You let an answer stand for two more voices before saying what you thought.',
        nextStep: 'Ask the third voice to sum up the first two.',
      },
    ],
  },
  {
    tag: 'exp-literacy-numeracy-phonics-and-early-reading',
    statements: ['eng-ts-3'],
    goal: {
      title: 'Help the last few catch up in phonics',
      why: 'Four readers are falling behind the pace of the programme.',
      success: 'All four keep up with the whole-class session by half-term.',
    },
    steps: [
      'Check which sounds each one has',
      'Plan a daily five-minute catch-up',
      'Match every book to the sounds taught',
      'Share the plan with families',
    ],
    agenda: ['What the checks tell us', 'Five minutes a day: where do they fit?', 'Books that match', 'What families can do'],
    notes: [
      'All four have the single sounds; three stumble over the same two digraphs. That makes one group, not four.',
      'Catch-up fits while the register is taken. Agreed who covers on Wednesdays.',
      'Two of the four joined in fully today. Keep the books one step easier for home.',
    ],
    progress: ['Checks done.', 'Nine catch-ups in two weeks.', 'Book bands sorted again.', 'Letter home sent, with a sound card.'],
    reflections: [
      {
        title: 'Little and daily',
        text: 'I had planned half an hour twice a week because that was what I could find. Five minutes every day has done more in three weeks than the half-hours did in a term. It also does not get cancelled.',
      },
    ],
    feedback: [
      {
        saw: 'You corrected by saying the sound once and moving on. Nobody lost heart.',
        nextStep: 'Hand over the sound cards to a pupil partner on Fridays.',
      },
    ],
  },
  {
    tag: 'exp-assessment-feedback-and-marking',
    statements: ['eng-ts-6'],
    goal: {
      title: 'Feedback that is used the same day',
      why: 'I write a lot and it is read a little.',
      success: 'Whole-class feedback replaces written marking in two subjects, and pupils act on it in the next lesson.',
    },
    steps: ['Read a set without a pen', 'Write one whole-class feedback sheet', 'Give ten minutes to act on it', 'Compare the redrafts'],
    agenda: ['Reading a set together', 'Three things to teach again', 'What pupils did with it', 'Time it took and time it saved'],
    notes: [
      'Twenty-five books in twenty minutes. Three common points came out, and one example to show.',
      'The redrafts were better than after written comments. Agreed to keep both for half a term and compare.',
      'Time down from three hours to fifty minutes a set.',
    ],
    progress: [
      'Read a set with no pen. Hard not to write.',
      'First sheet made.',
      'Ten minutes given; all acted on it.',
      'Redrafts compared: clearly better.',
    ],
    reflections: [
      {
        title: 'An evening back',
        text: 'The books looked bare and I worried what people would think. Then I read the redrafts. I would like to be judged on those.',
      },
    ],
    feedback: [
      {
        saw: 'You showed one pupil’s improved sentence beside the first one, and asked what had changed.',
        nextStep: 'Ask pupils to point to where they used the feedback.',
      },
    ],
  },
  {
    tag: 'exp-leadership-subject-and-middle-leadership',
    statements: ['eng-hts'],
    goal: {
      title: 'Lead a department meeting people would choose to attend',
      why: 'We spend the hour on notices.',
      success: 'Two thirds of the hour is about teaching, and everybody leaves with one thing to try.',
    },
    steps: [
      'Send notices by e-mail beforehand',
      'Open with a piece of pupils’ work',
      'Let somebody else lead a section',
      'Ask what helped, in writing',
    ],
    agenda: [
      'What the last meeting was for',
      'An agenda with verbs in it',
      'A difficult voice in the room',
      'Following up without chasing',
    ],
    notes: [
      'Notices went out on Friday. The meeting began with two pieces of work side by side and ran out of time in a good way.',
      'Agreed how to open the conversation about the scheme of work: ask first, then show the data.',
      'Three colleagues offered to lead next time.',
    ],
    progress: [
      'Notices by e-mail from now on.',
      'Opened with work. People leaned in.',
      'A colleague led ten minutes.',
      'Feedback read: shorter, and more about teaching.',
    ],
    reflections: [
      {
        title: 'Whose meeting is it?',
        text: 'I prepared too much and so there was nothing left for the others to do. When I brought a question instead of slides, the quietest person in the team had the best idea.',
      },
    ],
    feedback: [
      {
        saw: 'You asked for two views before giving yours, and changed your mind aloud.',
        nextStep: 'Close with who does what by when, said by them.',
      },
    ],
  },
  {
    tag: 'exp-career-workload-and-time',
    statements: ['eng-ts-8'],
    goal: {
      title: 'Leave by five on two days a week',
      why: 'Everything takes the time there is.',
      success: 'Two evenings free, for a whole half-term, without anything that matters being dropped.',
    },
    steps: ['Keep a time diary for a week', 'Choose two things to stop', 'Plan lessons from a shared unit', 'Tell the team which days'],
    agenda: ['What the diary says', 'What could stop', 'Planning together', 'Guarding the two evenings'],
    notes: [
      'Six hours a week go into slides that already exist in the shared folder. Agreed to adapt, not to make.',
      'Tuesday and Thursday chosen. The gate closes at five, which helps.',
      'Two weeks kept. The thing that was dropped was not missed.',
    ],
    progress: [
      'Diary kept; slides are the thief.',
      'Stopped two things.',
      'Used a shared unit, changed one lesson.',
      'Team told. One of them joined in.',
    ],
    reflections: [
      {
        title: 'What nobody asked for',
        text: 'Nobody had ever asked me for new slides. I made them because making them felt like teaching. The diary was the first time I saw it.',
      },
    ],
    feedback: [
      {
        saw: 'You said no to a task and offered the name of somebody who would enjoy it.',
        nextStep: 'Write down the rule you used, so that it is quicker next time.',
      },
    ],
  },
  {
    tag: 'exp-send-autism',
    statements: ['eng-ts-5'],
    goal: {
      title: 'A predictable day for every pupil',
      why: 'Change is what makes the afternoon hard.',
      success: 'Changes are signalled the day before, and the afternoon begins on time.',
    },
    steps: ['Put up a visual timetable', 'Signal each change twice', 'Agree a quiet place', 'Ask pupils what helps'],
    agenda: ['Where the day surprises people', 'Signals that work', 'The quiet place', 'What pupils said'],
    notes: [
      'The move from lunch was the sticking point, not the lesson. A two-minute signal before the bell changed it.',
      'The timetable on the wall is used by more pupils than it was made for.',
      'Asked five pupils. Three said the same thing: tell us earlier.',
    ],
    progress: [
      'Timetable up.',
      'Signals used every day this week.',
      'Quiet place agreed with the inclusion lead.',
      'Pupils asked; two changes made.',
    ],
    reflections: [
      {
        title: 'Telling earlier',
        text: 'I used to warn the class just before a change, because that was when I thought of it. The day before costs me one line on the board and has given us back a quarter of an hour every afternoon.',
      },
    ],
    feedback: [
      { saw: 'You named the change, then the thing that would stay the same.', nextStep: 'Let a pupil put up tomorrow’s timetable.' },
    ],
  },
  {
    tag: 'exp-literacy-numeracy-mathematics-mastery',
    statements: ['eng-ts-3'],
    goal: {
      title: 'Use representations that last',
      why: 'Pupils can do it with counters and not without.',
      success: 'The same bar model is used in three units, and pupils draw it unprompted.',
    },
    steps: [
      'Choose one representation for the term',
      'Plan how it changes from concrete to abstract',
      'Vary one thing at a time',
      'Ask pupils to draw it first',
    ],
    agenda: ['One representation, three units', 'From counters to paper', 'Small steps and variation', 'Looking at pupils’ drawings'],
    notes: [
      'The bar model for ratio and for fractions is the same picture. We had been teaching it twice.',
      'Varied only the total. The pattern was found by pupils, not shown.',
      'Eleven pupils drew the bar without being asked.',
    ],
    progress: ['Bar model chosen.', 'Sequence planned.', 'Variation planned for six questions.', 'Drawings collected.'],
    reflections: [
      {
        title: 'The same picture twice',
        text: 'I had not noticed that two of my favourite lessons were the same lesson. Saying so to the class saved a week.',
      },
    ],
    feedback: [
      {
        saw: 'You changed one number and waited for somebody to notice what had stayed the same.',
        nextStep: 'Ask them to write the next question in the pattern.',
      },
    ],
  },
  {
    tag: 'exp-pastoral-working-with-parents-and-carers',
    statements: ['eng-ts-8'],
    goal: {
      title: 'Ring home with good news first',
      why: 'I only ever ring when something has gone wrong.',
      success: 'Two good-news calls a week, and hard calls planned with an opening sentence.',
    },
    steps: [
      'Make two calls this week',
      'Write an opening for a hard call',
      'Rehearse it',
      'Ask a family what they would like to hear about',
    ],
    agenda: ['How the calls went', 'Opening sentences', 'Rehearsing a hard call', 'When to hand on'],
    notes: [
      'Both calls took three minutes. One parent was silent and then thanked the school twice.',
      'Rehearsed the opening. “I am ringing because I would like us to solve something together” works.',
      'Agreed which matters go straight to the designated lead and not into a call.',
    ],
    progress: ['Two calls made.', 'Opening written.', 'Rehearsed and used.', 'Asked; they would like to hear about reading.'],
    reflections: [
      {
        title: 'Three minutes',
        text: 'It takes three minutes to tell a family that something went well. I have been saving that news for parents’ evening, as if it would keep.',
      },
    ],
    feedback: [
      {
        saw: 'You began with what you had noticed and asked what they saw at home.',
        nextStep: 'Close with one thing you will do by a date.',
      },
    ],
  },
];

export const FIRST_AGENDA = ['What each of us hopes for', 'How we like to work', 'What stays between us', 'When and how we meet'];
export const REQUEST_NOTES = [
  'I would like help with something I find hard every week, from somebody who has been there. I can meet after school on most days.',
  'Your profile mentions exactly what I want to get better at. I am happy to come to you, or to meet online.',
  'I am in my first year and would be glad to talk to somebody outside my own team.',
  'I have just taken on a new role and would like to think aloud with somebody who has done it.',
  'I learn best by watching first. Could I see one of your lessons and talk about it afterwards?',
];
export const ABOUT = [
  'I like small steps and honest talk. Cake helps.',
  'I came to teaching from industry and still ask too many questions.',
  'I have worked in three very different schools and learned most from the hardest one.',
  'I believe most problems are smaller on a walk. I listen first.',
  'I enjoy planning together and I am always glad to be shown a better way.',
  'I have been mentored well and would like to pass it on.',
  'Curious about how people learn, including us.',
  'I am happiest when a class surprises me.',
];
export const OFFER_NOTES = [
  'Happy to be observed, happy to observe. I would rather not meet on Mondays.',
  'I am glad to answer by message between meetings.',
  'Best at the practical end: routines, resources, timetables.',
  'I like to start from your class, not from a theory.',
  'I will ask more than I tell.',
];
export const DECLINE_REASONS = [
  'This term is fuller than I can do justice to.',
  'Somebody with your phase would help you more than I could.',
  'I am about to change roles and would have to stop half-way.',
];
export const PURPOSES = [
  'To get steadier at one thing at a time, with somebody on my side.',
  'To grow into the new role without carrying it alone.',
  'To see good practice, try it, and talk about what happened.',
];
export const CONFIDENCES = [
  'What we say stays between us, unless somebody may come to harm.',
  'Nothing said here is used in appraisal. We both may say so if asked.',
];
