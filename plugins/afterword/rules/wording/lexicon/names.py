"""Common given names of many countries, for the plainest case of a named person.

Names that are as often words, months, places or products (Mark, April, Claude, Austin, Ruby) are left out on purpose:
they need the list of people in the settings.
"""

from __future__ import annotations

from afterword.rules.wording.lexicon import words

DOUBLE_MEANINGS = words(
    """art bill chance chase dale dean drew faith frank grace grant guy hope jean jordan mark max may miles pat ray rob
    rose sky sue wade will"""
)
"""Given names that are as often something else: they count before a verb of which only people are the subject."""

GIVEN_NAMES = words(
    """aaron abdul abdullah abhishek abigail adam ade adebayo adele adeola adrian adriana adrien agatha agnes agnieszka
    agustin ahmad ahmed aidan aiden aiko aino aisha ajay akash akiko akira alan alana alba albert alberto aled
    alejandra alejandro aleksander aleksandra aleksei alessandra alessandro alessia alex alexander alexandra
    alexandre alexandros alexei alexey alexis alfred alfredo ali alice alicia alicja alina alison alistair allison
    alma alvaro alyona alyssa amanda amara amelia amelie amin amina amir amira amit amy ana anais anand anastasia
    anders anderson andre andrea andreas andreea andrei andres andrew andrey andrius andrzej andy aneta angela
    angelica angelo angus anika aniket anil anita anja ankit ann anna annabel anne anneli annette annie annika anouk
    ansel anthony antoine anton antonia antonio antti anuj anya aoife apostolos aria ariana arianna ariel arjun
    arman armando armin arnaud arne arnold aron artem arthur arturo arun arzu asad asha ashley ashok asif astrid
    asuka athena aubrey audrey augusto aurelie aurelien aurora axel ayesha ayse aziz bahar barbara bartek bartosz
    bastian beata beatrice beatriz becky ben benedict benjamin benoit berit bernard bernd bernhard bert beth bettina
    betty beverly bianca birgit birgitta bjorn blanca bob bogdan bogna boris boyan brad bradley brandon branislav
    brenda brendan brent brett brian bridget brigitte britta bronwyn bruce bruno bryan bryce burak caitlin caleb
    cameron camila camille camilo candice carina carl carla carlo carlos carlotta carme carmen carolina caroline
    carolyn carsten casey cassandra catalina catherine cathy cecile cecilia cedric celia celine ceri cesar chandler
    charles charlie charlotte chen cheryl chiara chidi chika chinedu chiyo chloe chris christa christian christiane
    christina christine christof christoph christophe christopher chuck cian cindy claire clara clarence clarissa
    claudia claudio clemens clement clementine colin colleen connor conor corentin corinna corinne cosmin courtney
    craig cristian cristina curtis cynthia dagmar daiki daisuke dalia damian damien damir dan dana danica daniel
    daniela danielle danika danilo danny daphne daria dario darren daryl dave david davide davor dawid debbie
    deborah declan deepak deepika denis denise deniz dennis derek dermot derya desiree desmond devon diana diane
    didier diego dieter dimitri dinah dinesh dirk divya dmitri dmitry dmytro dolores domas dominic dominik dominika
    dominique donald donna dora doris dorothea dorothy doug douglas dragan duncan dunja dustin dwayne dylan ebru
    eduard eduardo edward edwin efrain eider eileen eirik ekaterina elaine eleanor elena eli elias elif elijah elina
    eline elio eliot elisa elisabeth elise elizabeth elke ella ellen elliot eloise elsa elvira emad emanuel emeka
    emil emilia emily emma emmanuel emre enrico enrique enzo erdem eric erica erich erik erika erin erkki erling
    ernest ernesto ernst esteban esther ethan etienne eugene eva evan evelyn evgeny ewa ewan eyal ezra fabian fabio
    fabrice fadi faidon faisal farah farid farrukh fatih fatima fatou federica federico felicia felipe felix femi
    ferdinand ferenc fernanda fernando filip filippo fiona flavia flavio fleur florian francesca francesco francine
    francis francisco franck franco francois frank franz franziska fred freddie frederic frederick frederik freya
    frida frieda friedrich gabe gabriel gabriela gabriele gael gareth gary gaspard gaurav gavin gavriel gemma
    genevieve geoff geoffrey georg george georgina gerald geraldine gerard gerhard ghassan gianluca gideon gilbert
    gilles gillian gina giorgio giovanni gisela giselle giulia giulio giuseppe gloria gonzalo goran gordon gracie
    graham greg gregor gregorio gregory greta grigori grzegorz gudrun guido guillaume gunnar gunther gustav gustavo
    gwen gyula haakon hadi hakan halina hamid hamish hamza hana hanna hannah hannes hannu hans harald hari harish
    harold harriet harry haruka haruki harvey hasan hassan heather hector heidi heike heiko heinrich helen helena
    helga helge helmut hendrik henk henri henrik henry herbert hilda hilde hina hiro hiroko hiroshi hitoshi hoang
    hoda holger hongwei hortense howard huan hubert hugh hugo hussein hye iain ian ibrahim ida idris igal ignacio
    igor ilias ilja ilona ilse ilya imran ines inga ingrid inigo ioana ioannis irene irina isaac isabel isabela
    isabella isabelle isla ismail itamar itzel iva ivan ivana ivo jaakko jacek jack jackie jacob jacqueline jacques
    jaime jakob jakub jamal james jamie janet janine janusz jared jaroslav jasmin jasmine jason jasper javid javier
    jaya jeff jeffrey jelena jen jenna jennifer jenny jens jeremy jerome jerry jerzy jesper jesse jessica jesus jill
    jim jimmy jiri jitka joachim joan joana joanna joao joaquin jochen jody joe joel johan johann johanna johannes
    john johnny jokin jolanta jon jonas jonathan jorge jorn jose josef josefina joseph josephine josh joshua jovan
    juan juanita judith judy juha jukka julia julian juliana julianna julie julien juliet julio julius jurek jurgen
    juri justin justine justyna kai kaito kamal kamil kaori karel karen kari karim karin karina karl karla karolina
    karolis kasia kasper katarina katarzyna kate katerina kateryna katharina katherine kathleen kathrin kathryn
    kathy katie katja katrin kavita kay kazuki keiko keira keith kelly kelvin ken kenji kenneth kenny kenta kerstin
    kevin khadija khalid kimberly kiran kirill kirsten klara klaudia klaus kofi konrad konstantin kostas kris
    krishna kristen kristian kristina kristof krzysztof kumar kunal kurt kwame kyle laila lajos lakshmi lamar lara
    larissa larry lars laszlo latoya laura lauren laurence laurent laurie lea leah leander lech leif leila lena
    lenka lennart leon leonard leonardo leonid leonie leopold leslie leticia liam lidia lilian lillian lily linda
    lindsay lionel lisa liz ljiljana ljubica lloyd loic lorena lorenzo lori lorraine louis louisa louise lourdes
    lubos luc luca lucas lucia luciana lucie lucy ludovic ludwig luigi luis luisa luka lukas lukasz luke lydia lynn
    maarten maciej madeleine madhu magali magda magdalena magnus mahesh mahmoud maja maksim malcolm malik malika
    malin malte manfred manish manoj manon manuel manuela mara marc marcel marcela marcelo marcia marcin marco
    marcos marcus marek margaret margarita margot maria mariam marian mariana marianne marie marielle marija marijn
    marika marina mario marion marisa marisol marit marius marjorie markus marlene marta marten martha martin
    martina marty marvin marwa mary masha massimo matej mateo mateusz mathias mathieu mathilde matias matilda mats
    matt matteo matthew matthias matthieu matthijs mattias maud maureen maurice mauricio mauro maxime maximilian
    maya mayumi meera megan mehdi mehmet mehul mei melanie melissa meredith merve mette micha michael michaela
    michal michel michele michelle miguel mihai mika mikael mike mikhail miki mila milena millie milos mina minh
    minna miranda mirela miriam mirjam mirko miroslav misha mitch mitchell mitsuko mohamed mohammad mohammed mohan
    mohit moira molly mona monica monika morag morgan moritz morten moses muhammad mukunda murat muriel mustafa
    myriam nabil nada nadia nadine nancy naoko naomi naoto narges nasser natalia natalie natalya natasha nathalie
    nathan nathaniel nawaz nedim neha neil nelson nerea ngoc nguyen nia niamh nicholas nick nicola nicolai nicolas
    nicole niels nigel nikhil nikita niklas niko nikola nikolai nikolas nikos nils nilufar nina ninon nisha nitin
    njoki noah noam noel noelle noemi nora norah norbert norma norman nuno nuria oana odile ofelia olaf oleg
    oleksandr olena olga oliver olivia olivier olof olu omar omer ondrej oona oren oriol orla orlando oscar oskar
    osman ottavia otto owen paavo pablo padma paloma paola paolo pascal patrice patricia patrick patrik paul paula
    paulina pauline paulo pavel pavlos pawel payam pedro peggy pekka penelope pete peter petr petra petros phil
    philip philipp philippe phillip pia pierre pieter pilar pinar piotr piyush pooja prakash pranav prasad prashant
    pratik priya priyanka qiang rachel radek radhika radka radoslav radu rafael raffaele rahul rainer raissa rajan
    rajeev rajesh rajiv ralf ralph ramesh ramin ramon rana randy ranjit raphael raquel rashid rasmus raul ravi raya
    raymond rebecca reema reetta regina reinhard renata renate rene reza ria ricardo riccardo richard rick ricky
    rikke rina rita riya roan robert roberta roberto rocio rodolfo rodrigo roger rogerio rohan rohit roisin roland
    rolf romain roman romana ron ronald ronan ronja ronnie rory rosa rosalie rosalind rosario rosemary ross roxana
    roy ruben rudolf rupert russell ruta ruth ryan ryo sabina sabine sabrina sachin sadia sadiq saif sajid sakura
    saleh salim salma salvador sam samantha sami samir samuel sandeep sandra sandro sandy sanja sanjay sanna
    santiago saoirse sara sarah sarita sasha saskia satoshi savannah scott sean sebastian sebastien selim selina
    serena serge sergei sergey sergio serkan seth shahid shalini shane shankar shannon sharmila sharon shaun shauna
    sheila shelly sheng shinji shirin shirley shiv shivani sholto shota shreya shruti shu siddharth sigrid silke
    silvia simon simona simone sina sindre sinead siobhan sisi slavko snezana sofia sofie solange solveig somchai
    sona sonia sonja sophia sophie soren stacey stacy stan stanislav stavros stefan stefania stefano steffen stella
    stephan stephane stephanie stephen steve steven stewart stina stine stuart suchitra suda sudhir sukhbir sumit
    sunil suresh surya susan susana susanne sushma suzanne sven svetlana swati sylvain sylvia sylvie sylwia tadeusz
    taichi takashi takeshi talia tamar tamara tamas tania tanja tanya tara tariq tatiana tatjana tatyana taylor ted
    tejas teo teresa terje terrence terry tessa thandi thanh thea theodore theresa therese theresia thibault thierry
    thijs thomas thorsten tiago tilda tim timea timo timothy timur tina tobias todd tom tomas tomasz tommaso tommy
    tomoko toni tony tora torsten toshio tove travis trent trevor tristan trond truls tuan tuomas tuva tyler udo ugo
    ulf uli ulrich ulrike umar umberto uri ursula urszula usman uta uwe vaclav vadim valentin valentina valeria
    valerie valerio vanessa varun vasil vasiliki venkat vera veronica veronika vesna victor victoria vidya vijay
    vikas vikram viktor viktoria vinay vincent vincenzo vinod viola violeta virginie virpi vishal vitaly vivek
    vivian vivien vivienne vlad vladimir vladislav vojtech volker wahid waleed walter wanda wanjiru wei wendy werner
    wesley wiebke wiktor wilfried wilhelm willem william winnie wojciech wolfgang wouter xavier xenia xiao xin yael
    yan yaniv yann yannick yara yasmin yasmine yaw yegor yelena yi ying yolanda yolande yoshi yousef youssef yuki
    yulia yumi yuri yusuf yusuke yuvaraj yves yvonne zach zachary zahra zainab zara zbigniew zdenek zeynep zhang
    zhen zlatan zoe zofia zoltan zora zsofia zuzana"""
)
