/** Words of orders to an assistant: what a disguise is worth undoing for. */
const triggerList = `
ignore ignored ignoring disregard disregarding forget forgetting override overriding bypass bypassing neglect skip omit
discard overrule circumvent disable disobey violate evade remove reveal show print repeat output display tell disclose expose
leak recite dump echo share send forward transfer delete execute extract summarize translate describe explain respond answer
reply pretend act roleplay simulate imagine behave impersonate become obey follow comply instruction instructions rule rules
guideline guidelines directive directives prompt prompts programming policy policies restriction restrictions limitation
limitations constraint constraints safeguard safeguards guardrail guardrails filter filters safety ethics ethical moral
previous previously prior above earlier preceding original initial existing former system hidden secret secrets confidential
internal developer admin administrator assistant chatbot model jailbreak jailbroken unrestricted uncensored unfiltered
unlimited password passwords passcode passphrase credentials token tokens access account accounts mode enabled activated
anything everything without verbatim context message messages conversation customer customers user users data database
refund money email emails address bitcoin wallet payment persona character evil permission authorized command commands
training memory reset begin verify immediately urgent contents configuration function tools tool
`;
/** Ordinary words: they show that a reading is English, and where run-together words part. */
const commonList = `
a i an as at be by do go he if in is it me my no of on or so to up us we am all and any are ask but can did for get had has
her him his how its let may new not now off one our out own say see set she the too two use was way who why you your also
been both call come does done each even ever find from full give goes good have here high into just keep kind know last less
like list long look made make many more most much must name need next none only open over part past plus read real same said
shall should side some soon stop such sure take than that them then they this those time true turn type upon very want well
were what when where which while will with word words work would write year yes your yours about after again against among
always because before being below between could different down during every exactly example feel first found great group hand
help home house however idea important keep known large later learn left letter life line little mean might never number often
once order other people place please point possible program provide question questions quite rather really right second seem
sentence since small something start state still story text their there these thing things think three through today together
true under understand until using value view water week whatever whether within world year years yourself able across actually
allow allowed already although another apply available based best better business case change check class clear close code
company complete consider contact content continue cost country create current date day days deal detail details develop
document documents door early easy end enough ensure enter entire even event exact fact false far few file files final fine
follow following form four free friend front further general given going half happen hard head hear hello hold hour hours
human include including information inside instead interest issue item join key later law lead level live local lose lot love
low main manage mark market matter maybe meet meeting member minute month morning mother move near news night note nothing
offer office old online option page paper pay person phone plan play power present price problem process product project
public purpose put quick reach ready reason receive recent record report request require result return room run safe sale
save school section sell service seven several short sign simple single site six size social sorry sort sound source space
speak special stand step store street strong student study subject support table talk task team ten term test thank thanks
title top total toward town track trade travel tree try twenty update visit voice wait walk watch web welcome white whole wide
win window wish woman word worth wrong young act above ones dear dog cat car box book bring brown build buy cut eat eye face
fall father feet field fire fish five food foot fox girl green ground grow game gold job jump jumps lazy light men mind miss
pass red river road rock sea seen sent shipped shop sing sit sleep song sun tea tell ten thought told took train us voice
war warm word wind arrive arrived monday tuesday wednesday thursday friday saturday sunday delivery invoice ship shipping
`;

const triggers: ReadonlySet<string> = new Set(wordsOf(triggerList));
const words: ReadonlySet<string> = new Set([...triggers, ...wordsOf(commonList)]);

export const triggerWords: readonly string[] = [...triggers];
export const allWords: readonly string[] = [...words];

/** Whether a lower-case word belongs to orders to an assistant. */
export function isTrigger(word: string): boolean {
  return triggers.has(word);
}

/** Whether a lower-case word is known English. */
export function isWord(word: string): boolean {
  return words.has(word);
}

function wordsOf(list: string): string[] {
  return list.trim().split(/\s+/u);
}
