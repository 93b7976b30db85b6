import { fold } from './fold';

/**
 * The commonest given names and surnames of the founding countries, and a few English ones, folded. Short lists on purpose: what is not among them is not
 * found, but a bundle is not refused for a word either. Names that are also ordinary words of a record (Iris, Max, Mark) are left out.
 */
export const givenNames = wordSet(`
  aaltje adriana aino alba alejandra alejandro alessandra alessandro alessia alexander alexandra alice alvaro amparo anders andrea
  andreas andrew angela angelo anna annalisa anne anneke anneli annemarie anselmo antje antoine antonio antti arianna astrid avi avraham
  barbara bart beatriz benjamin bent bente bernadette bernard birgit birgitte bodil bram brigitte bruno camille carla carlo carlos carmen
  caroline catherine cecile celine chaim chana chantal charles charlotte chiara christelle christian christina christine christophe
  claire claude claudia claudine claudio concepcion consuelo corinne cornelis cristiano cristina daan dalia daniel daniela danielle david
  davide delphine denis denise didier diederik diego dieter dirk dolores domenico dominique dorthe dov eduardo eero eeva eitan elena
  eliezer elina elisabeth elisabetta elise eliyahu elizabeth elke elodie emanuele emil emilia emma emmanuelle enrique enzo ephraim eric
  erik erika erling ernestine ernst esperanza esteban esther eugen fabienne fabio fabrice federica federico felipe felix femke fernando
  filippo finn flemming florence franca francesca francesco francis francisco franck franco francoise franz frederic frieda friederike
  friedrich gabriel gabriela gabriele gaetano genevieve georg george georges gerard gerhard gerrit giacomo gianni gideon gijs gilles
  ginette giorgia giorgio giovanna giovanni gisela gisele gitte giulia giuseppe gottfried gregoire gudrun guillaume gunter gunther guy
  haim hanna hannah hanne hannele hannelore hans harald hava heike heikki heinrich heinz helena helene helga helmi helmut hendrik henning
  henri henrik herbert hermann herve hildegard holger horst hugo huguette ignacio ilan ilaria ilkka ilse ineke ines inge ingeborg ingrid
  inkeri irene irmgard isabel isabelle isidro itzhak jaap jacob jacqueline jacques james jan jane janneke jari javier jean jeanne
  jeannine jennifer jens jeroen jesper jesus jette joachim joaquin joel johan johann johanna johannes john joost jorg jorge jorgen joris
  jose josef josefa joseph josephine josette juan juergen juha jukka julia julie julien jurgen jutta jytte kaarina kalevi karen kari
  karin karl karolina katharina kathrin kees kirsi kirsten kirstine klaas klaus knud konstantin kristian kurt lars laura laurence laurent
  lauri lea leena lene leonardo leonie liesel liisa linda lis lisbeth lorenzo lothar louis louise lourdes luca lucas lucia luciana
  luciano lucie ludwig luigi luis lukas maaike maarten mads magdalena manfred manuel manuela marc marcel marcella marco marcos margaret
  margarete margit margriet maria marie marieke marijke mario marion marja marjatta markus marta martha martijn martin martina martine
  mary massimo mathieu matteo matthias matti maurice mauro maxime mechthild melanie mercedes mette michael michel michele miguel mika
  mikko mireille miriam mogens monica monika monique montserrat mordechai morten moshe muriel nadine naomi natalia nathalie nicola
  nicolas nicole niels noemie norbert nuria nurit odile ofer olavi ole olivier oren oskar otto pablo paivi paola paolo pascal pascale
  patricia patrick patrizia paul paula paulette pedro pekka pentti pernille peter petra philippe piero pierre pieter pietro pilar pirjo
  poul preben rachel rafael raffaele raija rainer raphael raquel rasmus raymond rebecca regine reinhard remi renate renee reuven ricardo
  riccardo richard rinske risto rita ritva rivka robert roberta roberto rocio roger roland rolf ronit rosanna rosario rosemarie ruben
  rudolf ruth ruud sabine salvatore samuel sandra sandrine santiago sara sarah sari saskia sebastian sebastien seppo serge sergio shimon
  shira shlomo shmuel shoshana siegfried sigrid silke silvana silvia silvio simon simona simone simonne sirpa sjoerd sofia solange sonja
  sophie soren stefan stefanie stefano stephane stephanie susan susanne suzanne svend sylvie tamar tapani tapio tarja tellervo teresa
  therese thibault thierry thijs thomas timo tineke torben torsten traudl tuomas tuula ulla ulrich umberto ursula ute uwe valentina
  valerie veikko veronique vibeke vicente victor ville vincent vincenzo virginie vittorio volker walter waltraud werner wilfried wilhelm
  wilhelmina willem wolfgang wouter xavier yaakov yael yannick yehuda yitzhak yosef yossi yves yvette yvonne zeev zipora
`);

export const surnames = wordSet(`
  andre bakker bauer becker bernard bertrand bianchi blanc bonnet brown bruno christensen cohen colombo conti costa dekker dijkstra doe
  dubois dupont durand esposito fernandez ferrari fischer fontana fournier francois friedman garcia garnier girard gomez gonzalez greco
  gruber hakkinen hamalainen hansen heikkinen hendriks hernandez hoffmann huber jansen janssen jensen jimenez johansen johnson jones
  jorgensen kaplan katz keller klein koch korhonen koskinen laine lambert larsen laurent lefebvre lehtonen leroy levi levy lopez makinen
  mancini marino martin martinez mayer meijer mercier meyer mizrahi moreau moreno moretti moser mueller mulder muller munoz nielsen
  nieminen olsen pedersen peretz perez peters petit pichler ramirez rasmussen ricci richard richter rivera robert rodriguez romano romero
  rossi rousseau roux ruiz russo saarinen sanchez schmid schmidt schmitt schneider schroder schulz schwarz simon smit smith sorensen
  steiner suarez thomsen torres vasquez vazquez vincent virtanen visser wagner weber weiss wolff zimmermann
`);

export const honorifics = wordSet('mr mrs mme mlle monsieur madame herr frau signor signora senor senora dhr mevr rouva dr prof');

/** Particles that stand between a given name and a surname. */
export const particles = wordSet('van von de der den del della di da du la le ten ter zu af bar ben');

/**
 * Words which, next to a name, say that a thing is meant: a hospital, a study, a sign. `Saint Louis Hospital` is no person,
 * nor is `Martin Trial`.
 */
export const thingWords = wordSet(`
  abnormal arm cancer carcinoma cells center centre centro centrum clinic clinica clinique clone cohort cough decreased disease edema
  extension failure fatigue female fever fondation fondazione foundation group groupe grupo gruppo hopital hospices hospital hospitals
  increased infection institut institute instituto intergroup istituto klinik klinikum krankenhaus leukaemia leukemia lymphoma male
  medical nausea normal oedema ospedale pain palsy phase phenomenon policlinico program programme protocol purpura rash reaction registry
  saint sainte sairaala san sankt santa santo score sign spedali spital st studie studies study sygehus syndrome test trial trials tumor
  tumour ulcer universitair universitaire universitario universitats universitatsklinikum university vomiting ziekenhuis
`);

function wordSet(text: string): ReadonlySet<string> {
  return new Set(fold(text).trim().split(/\s+/));
}
