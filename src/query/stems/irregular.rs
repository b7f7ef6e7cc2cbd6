//! English words whose forms endings do not make, a family a line.

/// Families of a word and its forms, parted by blanks. A form may be in two: `leaves`.
static FAMILIES: &str = "\
be am is are was were been being
have has had having
do does did done doing
say says said saying
go goes went gone going
get gets got gotten getting
make makes made making
know knows knew known knowing
think thinks thought thinking
take takes took taken taking
see sees saw seen seeing
come comes came coming
give gives gave given giving
find finds found finding
tell tells told telling
become becomes became becoming
leave leaves left leaving
feel feels felt feeling
put puts putting
bring brings brought bringing
begin begins began begun beginning
keep keeps kept keeping
hold holds held holding
write writes wrote written writing
stand stands stood standing
hear hears heard hearing
let lets letting
mean means meant meaning
set sets setting
meet meets met meeting
run runs ran running
pay pays paid paying
sit sits sat sitting
speak speaks spoke spoken speaking
lie lies lay lain lying
lead leads led leading
read reads reading
grow grows grew grown growing
lose loses lost losing
fall falls fell fallen falling
send sends sent sending
build builds built building
understand understands understood understanding
draw draws drew drawn drawing
break breaks broke broken breaking
spend spends spent spending
cut cuts cutting
rise rises rose risen rising
drive drives drove driven driving
buy buys bought buying
wear wears wore worn wearing
choose chooses chose chosen choosing
seek seeks sought seeking
fight fights fought fighting
teach teaches taught teaching
catch catches caught catching
win wins won winning
sell sells sold selling
throw throws threw thrown throwing
eat eats ate eaten eating
forget forgets forgot forgotten forgetting
sleep sleeps slept sleeping
sing sings sang sung singing
sink sinks sank sunk sinking
ring rings rang rung ringing
drink drinks drank drunk drinking
swim swims swam swum swimming
fly flies flew flown flying
freeze freezes froze frozen freezing
steal steals stole stolen stealing
shake shakes shook shaken shaking
strike strikes struck stricken striking
shoot shoots shot shooting
hide hides hid hidden hiding
ride rides rode ridden riding
bite bites bit bitten biting
blow blows blew blown blowing
hang hangs hung hanging
swear swears swore sworn swearing
tear tears tore torn tearing
bear bears bore borne bearing
wake wakes woke woken waking
forbid forbids forbade forbidden forbidding
forgive forgives forgave forgiven forgiving
withdraw withdraws withdrew withdrawn withdrawing
undergo undergoes underwent undergone undergoing
overcome overcomes overcame overcoming
overthrow overthrows overthrew overthrown overthrowing
undertake undertakes undertook undertaken undertaking
mistake mistakes mistook mistaken mistaking
arise arises arose arisen arising
bind binds bound binding
bleed bleeds bled bleeding
breed breeds bred breeding
feed feeds fed feeding
flee flees fled fleeing
deal deals dealt dealing
dig digs dug digging
dive dives dove dived diving
creep creeps crept creeping
weep weeps wept weeping
sweep sweeps swept sweeping
bend bends bent bending
lend lends lent lending
burn burns burnt burned burning
learn learns learnt learned learning
dream dreams dreamt dreamed dreaming
kneel kneels knelt kneeling
leap leaps leapt leaped leaping
light lights lit lighted lighting
slide slides slid sliding
spin spins spun spinning
spread spreads spreading
stick sticks stuck sticking
sting stings stung stinging
swing swings swung swinging
wind winds wound winding
grind grinds grinding
weave weaves wove woven weaving
tread treads trod trodden treading
shrink shrinks shrank shrunk shrinking
spring springs sprang sprung springing
stink stinks stank stunk stinking
bid bids bidding
cast casts casting
cost costs costing
hit hits hitting
hurt hurts hurting
quit quits quitting
shed sheds shedding
shut shuts shutting
split splits splitting
foresee foresees foresaw foreseen foreseeing
uphold upholds upheld upholding
withhold withholds withheld withholding
withstand withstands withstood withstanding
rebuild rebuilds rebuilt rebuilding
rewrite rewrites rewrote rewritten rewriting
override overrides overrode overridden overriding
outgrow outgrows outgrew outgrown outgrowing
mislead misleads misled misleading
die dies died dying
tie ties tied tying
vie vies vied vying
sky skies
man men
woman women
child children
person persons people
foot feet
tooth teeth
goose geese
mouse mice
ox oxen
policeman policemen
policewoman policewomen
congressman congressmen
congresswoman congresswomen
chairman chairmen
businessman businessmen
businesswoman businesswomen
fisherman fishermen
spokesman spokesmen
spokeswoman spokeswomen
gunman gunmen
fireman firemen
crisis crises
analysis analyses
thesis theses
hypothesis hypotheses
diagnosis diagnoses
basis bases
oasis oases
axis axes
emphasis emphases
phenomenon phenomena
criterion criteria
bacterium bacteria
medium media
curriculum curricula
memorandum memoranda
referendum referendums referenda
alumnus alumni
nucleus nuclei
fungus fungi
stimulus stimuli
cactus cacti
index indexes indices
matrix matrices
appendix appendices
vertex vertices
knife knives
life lives
wife wives
half halves
thief thieves
leaf leaves
loaf loaves
wolf wolves
shelf shelves
calf calves
scarf scarves
hoof hooves
good better best
bad worse worst
far further furthest farther farthest";

/// The forms of a word that its stem does not lead to; `is_found` says of which it does.
pub(super) fn forms(word: &str, is_found: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let mut forms: Vec<&'static str> = Vec::new();
    for family in FAMILIES.lines() {
        let mut members = family.split_ascii_whitespace();
        if members.clone().any(|member| member == word) {
            forms.extend(members.by_ref().filter(|it| *it != word && !is_found(it)));
        }
    }
    forms
}
