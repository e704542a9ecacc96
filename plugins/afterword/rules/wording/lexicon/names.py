"""Common given names of many countries, for the plainest case of a named person.

Names that are as often words, months, places or products (Mark, April, Claude, Austin, Ruby) are left out on purpose:
they need the list of people in the settings.
"""

from __future__ import annotations

DOUBLE_MEANINGS = frozenset(
    """art bill chance chase dale dean drew faith frank grace grant guy hope jean jordan mark max may miles pat ray rob rose
    sky sue wade will""".split()
)
"""Given names that are as often something else: they count before a verb of which only people are the subject."""

GIVEN_NAMES = frozenset(
    """aaron abdul abdullah abhishek abigail adam adele adrian adriana adrien agatha agnes agnieszka ahmad ahmed
    aidan aiden aisha ajay akash akira alan alana albert alberto alejandra alejandro alessandra alessandro alessia
    alex alexander alexandra alexandre alexei alexey alexis alfred alfredo ali alice alicia alina alison allison
    alma alyssa amanda amelia amina amir amit amy ana anand anastasia anders anderson andre andrea andreas andrei
    andres andrew andrey andrzej andy angela angelica angelo angus anika anil anita anja ankit ann anna annabel anne
    annette annie annika anthony antoine anton antonia antonio anuj anya ariel arjun arman armando armin arnaud
    arnold arthur arturo arun ashley ashok astrid aubrey audrey augusto aurelie aurora axel ayesha barbara bartek
    bartosz bastian beatrice beatriz becky ben benedict benjamin bernard bernd bernhard bert beth bettina betty
    beverly bianca bjorn bob bogdan boris brad bradley brandon brenda brendan brent brett brian bridget britta bruce
    bruno bryan bryce caitlin caleb cameron camila camille carina carl carla carlo carlos carlotta carmen carolina
    caroline carolyn carsten casey cassandra catalina catherine cathy cecilia cedric celine cesar charles charlie
    charlotte chen cheryl chloe chris christa christian christiane christina christine christof christoph christophe
    christopher chuck cindy claire clara clarence claudia claudio clemens clement colin colleen connor conor corinna
    corinne courtney craig cristian cristina curtis cynthia daisuke damian damien dan dana daniel daniela danielle
    danilo danny daria dario darren daryl dave david davide dawid debbie deborah declan deepak deepika denis denise
    dennis derek dermot desmond devon diana diane didier diego dieter dimitri dinesh dirk divya dmitri dmitry
    dominic dominik dominique donald donna dora doris dorothea dorothy doug douglas duncan dustin dwayne dylan
    eduardo edward edwin eileen elaine eleanor elena eli elias elijah elina elisa elisabeth elise elizabeth ella
    ellen elliot elsa emil emilia emily emma emmanuel enrico enrique eric erica erich erik erika erin ernest ernesto
    esteban esther ethan etienne eugene eva evan evelyn evgeny ewa fabian fabio fabrice faisal farah fatima federica
    federico felicia felipe felix ferdinand fernanda fernando filip filippo fiona flavia flavio florian francesca
    francesco francine francis francisco francois frank franz fred freddie frederic frederick frederik frieda
    friedrich gabriel gabriela gabriele gareth gary gaurav gavin gemma geoff geoffrey georg george georgina gerald
    gerard gerhard gianluca gilbert gilles gillian gina giorgio giovanni giulia giulio giuseppe gloria gonzalo goran
    gordon graham greg gregor gregory greta guido guillaume gunnar gunther gustav gustavo hakan hamid hamza hana
    hanna hannah hannes hans harald hari harold harriet harry harvey hassan heather hector heidi heike heiko
    heinrich helen helena helga helmut hendrik henri henrik henry herbert hiroshi holger hongwei howard hubert hugh
    hugo hussein ian ibrahim ida ignacio igor ilja ilona ilse ilya imran ines inga ingrid irene irina isaac isabel
    isabella isabelle ivan ivana jack jackie jacob jacqueline jacques jaime jakob jakub jamal james jamie janet
    janine janusz jared jasmin jason javier jeff jeffrey jen jenna jennifer jenny jens jeremy jerome jerry jesper
    jesse jessica jesus jill jim jimmy joachim joan joanna joao joaquin jochen jody joe joel johan johann johanna
    johannes john johnny jon jonas jonathan jorge jose josef joseph josephine josh joshua juan juanita judith judy
    julia julian juliana julie julien juliet julio julius jurgen justin justine justyna kai kamal karen karim karin
    karina karl karla karolina katarina katarzyna kate katharina katherine kathleen kathrin kathryn kathy katie
    katja katrin kavita kay keiko keith kelly ken kenji kenneth kenny kerstin kevin khalid kimberly kirsten klaus
    konrad konstantin kris krishna kristen kristian kristina kristof krzysztof kumar kurt kyle lara larissa larry
    lars laszlo laura lauren laurence laurent lea leah leander leif lena lennart leon leonard leonardo leonid leonie
    leslie liam lidia lillian lily linda lindsay lisa liz ljiljana lorena lorenzo lori louis louisa louise luc luca
    lucas lucia luciana lucie lucy ludovic ludwig luigi luis luisa lukas lukasz luke lydia lynn maciej madeleine
    magda magdalena magnus mahmoud maksim malcolm malte manfred manish manoj manuel manuela marc marcel marcela
    marcelo marcia marcin marco marcos marcus marek margaret margarita maria marian mariana marianne marie marija
    marika marina mario marion marisa marius marjorie markus marlene marta martha martin martina marty marvin mary
    masha massimo mateusz mathias mathieu mathilde matias matt matteo matthew matthias matthieu maureen maurice
    mauricio mauro maxime maximilian maya meera megan mehmet mei melanie melissa meredith michael michaela michal
    michel michele michelle miguel mihai mika mikael mike mikhail mila milena millie mina ming minna miranda miriam
    miroslav mitch mitchell mohamed mohammad mohammed mohit moira molly monica monika morgan moritz morten moses
    muhammad mukunda murat mustafa myriam nadia nadine nancy naomi natalia natalie natasha nathalie nathan nathaniel
    neha neil nelson nicholas nick nicola nicolas nicole nigel nikhil nikita niklas nikola nikolai nikolas nils nina
    nisha nitin noah noel noelle nora norbert norma norman nuno olaf oleg oleksandr olga oliver olivia olivier omar
    ondrej orlando oscar oskar otto owen pablo paola paolo pascal patrice patricia patrick patrik paul paula paulina
    pauline paulo pavel pawel pedro peggy penelope pete peter petr petra phil philip philipp philippe phillip pierre
    piotr pooja prakash pranav prasad prashant pratik priya priyanka rachel radek radoslav rafael rahul rainer
    rajesh rajiv ralf ralph ramesh ramon randy raphael raquel rashid raul ravi raymond rebecca regina reinhard
    renata renate rene ricardo riccardo richard rick ricky rita robert roberta roberto rocio rodrigo roger rohan
    rohit roland rolf romain roman ron ronald ronan ronnie rosa rosalie rosario rosemary ross roy ruben rudolf
    rupert russell ruth ryan sabine sabrina sadia saif salma salvador sam samantha samir samuel sandeep sandra
    sandro sandy sanjay santiago sara sarah sasha saskia scott sean sebastian sebastien selina serena serge sergei
    sergey sergio seth shane shankar shannon sharon shaun shauna sheila shelly sheng shinji shirley shreya shruti
    silke silvia simon simona simone sinead siobhan sofia sonia sonja sophia sophie soren stacey stacy stan
    stanislav stefan stefania stefano steffen stella stephan stephane stephanie stephen steve steven stewart stuart
    sunil suresh surya susan susana susanne suzanne sven svetlana sylvia sylvie tamara tanja tanya tara tariq
    tatiana tatyana taylor ted teresa terrence terry tessa thea theodore theresa therese thierry thomas thorsten tim
    timo timothy tina tobias todd tom tomas tomasz tommaso tommy toni tony torsten travis trent trevor tristan trond
    tyler udo uli ulrich ulrike umar ursula usman uwe vadim valentin valentina valeria valerie vanessa varun vera
    veronica veronika victor victoria vijay vikram viktor vincent vincenzo viola virginie vishal vitaly vivek vivian
    vivien vladimir volker walter wanda wei wendy werner wesley wilfried wilhelm william wojciech wolfgang xavier
    yan yann yannick yasmin yasmine yegor yolanda yuki yulia yuri yusuf yves yvonne zach zachary zoe zofia zoltan""".split()
)
