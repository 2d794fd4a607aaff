/**
 * Models by make. Each entry is a name, then `=` and other spellings separated by commas; entries are separated by `;`.
 * Case, spaces and punctuation do not matter; `Mk`, `Mark` and Roman numerals are read by rule. A model is known only
 * within its make: Rossi's M88 is a revolver, Zastava's M88 a pistol. Sources: makers' catalogues and marks.
 */
export const MODELS_VERSION = 1

export const MODELS: Readonly<Record<string, string>> = {
  taurus:
    'PT 24/7=24/7,247,pt247,24-7,24/7 pro; PT 24/7 G2=24/7 g2,247g2; PT 92=92,pt92af,92af,pt92c,92c; PT 99=99,pt99af; PT 58=58,pt58s,58s,pt58hc,58hc,pt58p,58p,pt58ss,58 hc plus; PT 57=57,pt57s,57s,pt57sc,57sc; PT 59=59; ' +
    'PT 100=100,pt100af; PT 101=101; PT 111=111,pt111 millennium,millennium pt111; PT 138=138,pt138 pro; PT 140=140,pt140 millennium; PT 145=145; PT 609=609; PT 638=638,pt638 pro; PT 640=640,pt640 pro; PT 745=745; PT 809=809; PT 838=838,pt838c; PT 840=840,pt840p,840p; PT 845=845; ' +
    'PT 908=908; PT 909=909; PT 911=911; PT 917=917; PT 938=938; PT 940=940; PT 945=945; PT 1911=1911,pt1911 af; PT 22=22 pt; PT 25=25 pt; TCP 738=pt738,738,tcp; ' +
    'G2C=pt g2c,g2 c,pt111 g2c,pt111 g2; G2S; G3; G3C=g3 c; G3 XL; G3 Tactical; GX4=gx 4; TS9=ts 9; TH9=th 9; TH9C; TH40=th 40; TH40C; TH380=th 380; TX22=tx 22; TH10; TC9; Curve; Spectrum; ' +
    'RT 38=rt38; RT 82=82,m82,rt82s; RT 83=83; RT 85=85,85s,rt85s; RT 86=86; RT 80=80; RT 65=65; RT 66=66; RT 73=73; RT 76=76; RT 94=94; RT 96=96; RT 44=44 rt; RT 410=410,judge,raging judge; RT 605=605; RT 606=606; RT 617=617; RT 627=627; RT 689=689; RT 799; RT 817=817; RT 827=827; RT 838; RT 850=850; RT 851=851; RT 856=856; RT 889=889; RT 856 UL; RT 608=608; RT 454=454,raging bull; RT 44H; Raging Hunter; ' +
    'Tracker; CT 9=ct9; CT 30=ct30; CT 40=ct40; CTT 40=ctt40,ctt 40c; SMT 9=smt9; SMT 40=smt40; MT 9=mt9; MT 12=mt12,mt12a; MT 40=mt40; FAMAE CT 30; FAMAE MT 40; T4=t 4; ST 12=st12; M 1911; Military; Millennium=millenium; Millennium Pro',
  rossi:
    'Puma=puma 38,puma 357,puma 44,m92,92,m1892,r92; M88=88,m 88; M68=68; M67=67; M69=69; M70=70; M27=27; M28=28; M31=31; M32=32; M33=33; M351=351; M352=352; M461=461; M462=462; M511=511; M515=515; M518=518; M677=677; M713=713; M720=720; M851=851; M877=877; M88 Lady; M89=89; M971=971; M972=972; M985; ' +
    'Gallery=galery,m37,37; M62=62,62sa,62 sac; M59=59; Overland; Squire; Pomba=pombo; Princess=princesa; Pioneer=pioneira; R8122; 7022=m7022; 8122=m8122; 651=m651; Circuit Judge; Dione; Sporter; Garrucha; Trident; Wizard; Matched Pair; RS22=rs 22; Pump',
  cbc: '122=m122,mod 122; 151=m151; 199; 300; 586=586.2,cbc 586,m586,586 p; 651=m651; 7022=m7022,nylon 66,nylon; 8122=m8122; 8117; 8182; 66=m66; Military 3.0=military,pump military; Pump=pump 586; Magnum 36; 345; 605; 12 Tactical; Jade=jade pro,jade mais; Montenegro=g2 land; Ranger; Rio Grande; Bolt 8122; Impala; Nitro',
  imbel:
    'IA2=ia-2,556 ia2,ia2 556,fuzil ia2; IA2 7.62=ia2 762; FAL=m964,m964 fal,fal 762; PARA-FAL=parafal,m964a1,para fal; MD1=md-1,md1 556; MD2=md-2; MD3; MD4; MD5=md-5; MD6=md-6,md6 lx; MD7; MD97=md-97,md97l,md97lc; GC MD1=gc md-1,md1 gc,380 gc md1; 9 GC MD1; 40 GC MD1=40gc; TC MD6=45 tc md6; M911=m911 a1,1911,m1911,1911a1; MD1 A1=md1a1,md1a2; AGLC=ag lc; Mosquetao 1908; Mosquefal=m968; Hi-Power MD',
  ina: 'MB 50=mb50,m50,m-50; M953=953; Tigre=tigre 32,tiger',
  boito:
    'Pump=pump 12,b 300 pump; B 300=b300,br 300; Miura=miura i,miura 1; Miura II=miura 2; Reuna=reúna,a680,a 680; BR 20',
  glock:
    'G17=17,glock 17,p80; G17L=17l; G18=18,18c,g18c; G19=19; G19X=19x; G20=20; G21=21; G22=22,22c,g22c; G23=23; G24=24; G25=25; G26=26; G27=27; G28=28; G29=29; G30=30; G31=31; G32=32; G33=33; G34=34; G35=35; G36=36; G37=37; G38=38; G39=39; G40=40 mos; G41=41; G42=42; G43=43; G43X=43x; G44=44; G45=45; G46=46; G47=47; G48=48; P9M',
  beretta:
    '92=m92,92f,92fs,m9,92s,92sb,92 fs,m92fs,92a1; 96=96a1; 93R=93 r,m93r; 81=m81; 82; 84=84f,84fs,84bb,84b,cheetah 84; 85=85f,85fs,85b; 86; 87=87 target; 89; 70=m70,puma 70; 71; 72; 76; 90; 418=m418; 950=950b,950bs,minx,jetfire,m950; 20; 21=21a,bobcat; 3032=tomcat,3032 tomcat; 1934=m1934,m34; 1935=m1935,m35; 1951=m1951,m951; 1915=m1915; ' +
    'PX4=px4 storm,px 4; APX=apx a1; Nano=bu9; Pico; U22=u22 neos,neos; 8000=cougar,8000 cougar f; 8040=cougar 40; M12=pm12,m12s,pm12s; AR70=ar 70/90,ar70/90,70/90; ARX160=arx 160,arx-160; CX4=cx4 storm; M4=m4 super 90; 1201; 1301; A300; A301; A303; A304; A390; A391=urika,a391 urika; A400; S686=686,silver pigeon; S687=687; S682=682; BM59=bm 59; Model 1938=mab 38,38a',
  colt: 'M1911=1911,government,m1911a1,1911a1,government model,mk 4 series 70,mk iv series 70; Mark IV Series 80=mk 4 series 80,series 80; Commander=combat commander; Officers; Defender; Gold Cup=gold cup national match; Double Eagle; Delta Elite; Detective Special=detective,detective spl; Police Positive=police positive special,police positive spl; Official Police=official; Python=python 357; Cobra; King Cobra; Anaconda; Diamondback; Agent; Trooper=trooper mk iii,trooper mark 3; Lawman=lawman mk iii,lawman mark 3; Viper; Single Action Army=saa,peacemaker; New Service; Army Special; 1903=m1903,pocket hammerless,1903 pocket; 1908=m1908,vest pocket; 1905; Woodsman=match target; Mustang=mustang pocketlite; Pony; Junior; M16=m 16; M16A1=m16 a1; M16A2=m16 a2; M16A4; M4=m4 carbine,m-4,m4a1,m4 a1; AR-15=ar15,sp1,ar-15 sp1; CAR-15=car15; LE6920=6920; SMG 9 mm=635,ro635; Lightning=lightning 1877; Thunderer',
  smith_wesson:
    '10=m10,mod 10,military & police,10-5,10-6,10-7,10-8,10-9,10-10,m&p 10; 12; 13; 14; 15; 17; 19=19-3,19-4; 22; 25; 27; 28=highway patrolman; 29=29-2,29-3; 30; 31; 32; 34; 36=chief special,chiefs special,36-1; 37; 38=bodyguard 38; 39; 40=centennial; 41; 42; 43; 48; 49; 51; 53; 57; 58; 59; 60=60-7; 61=escort; 63; 64; 65; 66; 67; 439; 442; 457; 459; 469; 500; 547; 586; 610; 617; 624; 625; 627; 629; 632; 637; 638; 639; 640; 642=642-1; 645; 649; 657; 659; 669; 686=686-6; 696; 908; 909; 910; 915; 1006; 3904; 3906; 3913; 3953; 4003; 4006; 4013; 4046; 4053; 4506; 4516; 5903; 5904; 5906; 5943; 5946; 6904; 6906; SW9F=sw9,sigma 9; SW9VE=sigma,sw9 ve,sw40ve,sw40f; SD9=sd9ve,sd40,sd40ve; M&P 9=m&p9,mp9,m&p; M&P 40=m&p40,mp40; M&P 45=m&p45; M&P 380=mp380; Shield=m&p shield,m&p 9 shield,m&p shield 9; Bodyguard 380=bodyguard,bg380; M&P 15=m&p15,mp15,m&p-15; M&P 22=m&p22; M76; Victory; Hand Ejector; Model 1=mod 1; Model 2; Model 3; Safety Hammerless=lemon squeezer; Triple Lock; 1917=m1917; Governor',
  ruger:
    'P85=p 85; P89=p 89,p89dc; P90; P91; P93; P94; P95=p 95,p95dc; P97; P345; SR9=sr 9; SR9C; SR22; SR40; SR45; SR1911; LCP=lcp 380; LCP II=lcp2; LC9=lc9s; LC380; LCR; EC9S; Security-9=security 9; American; Mark I=mk1; Mark II=mk2; Mark III=mk3; Mark IV=mk4; Standard; 22/45; Single Six; Blackhawk=new model blackhawk; Super Blackhawk; Redhawk; Super Redhawk; Vaquero; GP100=gp 100; SP101=sp 101; Security Six=security-six; Speed Six; Service Six; Bearcat; 10/22=1022,10-22; Mini-14=mini 14,mini14; Mini-30=mini 30; M77=77; No. 1; Ranch Rifle; AR-556=ar556; PC9=pc carbine,pc 9; AC556; MP9; Wrangler; 57',
  walther:
    'PP; PPK; PPK/S=ppks; P38=p 38; P1=p 1; P5; P88; P99=p 99,p99c; P22=p 22; PK380=pk 380; PPQ=ppq m2; PPS=pps m2; PDP; CCP; TPH; Model 1=mod 1; Model 2; Model 4; Model 5; Model 7; Model 8=mod 8; Model 9=mod 9; MPL; MPK; WA 2000; GSP; OSP; LP53; CP88; CP99; Q5',
  heckler_koch:
    'USP=usp 9,usp 40,usp 45; USP Compact=uspc; P7=p7m8,p7m13,psp; P8; P9S=p9,p9 s; P10; P11; P30=p 30; P2000; P46; HK4=hk 4; HK45; VP9=sfp9; VP70=vp70z; VP40; Mark 23=mk23,socom; MP5=mp 5,mp5a2,mp5a3,mp5a4,mp5a5,hk mp5; MP5K=mp5-k,mp5 k; MP5SD; MP7=mp7a1; UMP=ump 9,ump40,ump45; G3=g3a3,g3a4,g3 a3,g-3; G33; G36=g36c,g36k,g-36; G41; HK33=33,hk 33,33e; HK416=416; HK417=417; HK53=53; MSG90; PSG1=psg-1; HK21=21; HK23; HK69=69; M320; SL6; SL7; SL8; 770; 940',
  sig_sauer:
    'P210=p 210; P220=p 220; P225=p 225,p6; P226=p 226; P227; P228=p 228,m11; P229=p 229; P230=p 230; P232=p 232; P238; P239; P320=p 320,m17,m18; P365=p 365,p365xl; P938; P250; SP2022=sp 2022,2022,sp2009,sp2340,sigpro; SG 510=stgw 57; SG 540; SG 542=542; SG 543; SG 550=550; SG 551=551; SG 552=552; SG 553; 516=sig516; 716; MCX=mcx virtus; MPX; Mosquito',
  fn: 'FAL=fal 50.00,l1a1; PARA-FAL=fal 50.63,para fal; FNC=fnc para; CAL; MAG=mag 58,m240; Minimi=m249,minimi para; P90=p 90,ps90; Five-seveN=fiveseven,five seven,5.7; SCAR-L=scar l,scarl,mk16,mark 16; SCAR-H=scar h,scarh,mk17,mark 17; SCAR=scar 16,scar 17; F2000=fs2000; FNP=fnp 9,fnp 40; FNS=fns 9,fns 40; FNX=fnx 45,fnx 9; 509=fn 509; 503; Hi-Power=high power,gp35,gp 35,hp,hp35; 1900=m1900; 1903=m1903; 1906=m1906; 1910=m1910,10,1910/22,1922,m1922; Baby=baby browning; 49=m49,safn,fn 49; Model 24/30=24/30; Ballista',
  browning:
    'Hi-Power=high power,hp,gp35,hp35,mk iii hi-power,p35; BDM; BDA=bda 380,bda 9; Buck Mark=buckmark; 1900=m1900; 1903=m1903; 1906=m1906; 1910=m1910; 1922=m1922,10/22; Baby=baby browning; 1911-22; Auto-5=a5,auto 5; A500; Citori; Cynergy; BPS; B25=superposed; B80; BAR=bar mk ii; BLR; SA-22=sa 22; T-Bolt=t bolt; X-Bolt=x bolt; A-Bolt=a bolt; Maxus; Gold; M2=m2hb; 1919=m1919',
  cz: '75=cz75,75b,75 b,75bd; 75 Compact=75d,75 d compact,p-01,p01; 75 SP-01=sp-01,sp01; 82=cz82,vz82,vz 82; 83=cz83; 85=cz85; 92; 97=97b; 100; 110; P-07=p07,75 p-07,75p07; P-09=p09; P-10=p10,p-10c,p-10 c,p10c,p-10f,p10f,p-10s; 45; 50=vz50,cz50; 52=vz52,cz52; 70=vz70,cz70; 24=vz24; 27=vz27,vz 27,cz27; 36; 38; 2075 Rami=rami; Shadow 2; vz. 58=vz58,vz 58,sa58,sa 58; vz. 61 Skorpion=skorpion,vz61,vz 61,scorpion; Scorpion EVO 3=evo 3,scorpion evo,evo3; 805 Bren=bren 805,bren; Bren 2; 452; 455; 457; 511; 527; 550; 557; 75 Auto',
  zastava:
    'M57=57,m 57; M70=70,m 70,m70 ak; M70A=m70 a; M70AB2=m70 ab2,ab2; M70B1=m70 b1,b1; M70 pistol; M72=m 72; M76=m 76; M77; M80; M83=m 83; M84 Skorpion=m84 skorpion,m61j,m61 j,skorpion,škorpion,scorpion; M84=m 84; M85; M88=m 88,m88a,88,88a; M90; M92=m 92,m92 krinkov,pap m92; M21; M19; M48=m 48,m48a,48; M24/47=24/47; M53=m 53; M56=m 56; M59/66=59/66,pap 59/66,m59,pap m59; M67; M93 Black Arrow=black arrow,m93; M99; CZ99=cz 99,99; CZ999=cz 999,999 scorpion; EZ9=ez 9; EZ40; PPZ; LK M70=lkm70,lkm 70; LK M85; PAP=n-pap,npap,m70 pap; M02 Coyote',
  bersa:
    'Thunder 380=thunder,380 thunder,thunder380; Thunder 9=thunder9,thunder 9 pro; Thunder 40=thunder40; Thunder 45=thunder45; BP9=bp9cc; BP380; BP40; TPR9=tpr 9; TPR40; 22=mod 22; 23; 25; 62; 64; 85=md85; 95; 97; 223; 224; 225; 226; 383=383a,383 a; 644; 844; Firestorm; Piccola; Lusber 844; M 85',
  canik:
    'TP9=tp 9,tp9 v2; TP9 SF=tp9sf; TP9 SFX=tp9sfx; TP9 SA=tp9sa; TP9 SF Elite=tp9 elite; Mete SFT; Rival; Stingray=stingray c; Shark; Piranha; 55; C100; L120; TT9',
  sarsilmaz:
    'Kilinc 2000=kilinc,kilinç 2000; B6=b 6,b6p; CM9=cm 9; K2=k2 45; SAR 9=sar9,st9; ST10=st 10; SAR 109T; Hancer; SAR 223; P8',
  girsan:
    'Yavuz 16=yavuz16; MC 28=mc28,mc 28 sa; MC 14=mc14; MC 21=mc21; MC 23=mc23,mc 23/4g; MC 27; MC 1911; MC P35; Regard MC=regard; MC 9=mc9',
  tisas:
    'Zigana=zigana m16,zigana k,zigana f,zigana t,zigana sport,zigana px-9,zigana px9,px-9; Fatih 13=fatih13,fatih; Kanuni; ZIG M1911; Stingray; Regent',
  astra:
    '200=firecat; 300; 400; 600; 900; 3000; 4000=falcon; 5000=constable; A-50=a50; A-60; A-70=a70; A-75=a75; A-80=a80; A-90=a90; A-100=a100; 680; 960; 357; Cadix; Cub=2000; 1911 Patent; 1915; 1916; Police; NC6',
  star: 'A; B; BM; BKM; BS; Super A; Super B; D; DK=starfire; CO; CU; Starlet; F; FR; FM; H; HK=lancer; HN; I; IN; M; MD; P; PD; S; SI; SS; 28; 28PK; 30=30m; 30PK; 31; M40=firestar 40,m-40; M43=firestar,m-43,firestar 9; M45=firestar 45; Megastar; Ultrastar; Z45=z-45,z 45; Z62; Z70; Z84; Model 1914; Model 1919; Model 1920',
  llama:
    'I=1; II; III=3,3a,iii-a; IIIA; IV; V; VI; VII; VIII; IX=9,ixa,ix-a; X=xa,x-a,10a; XI; XV=15; XVI; XVII; XVIII=xviii; Martial; Comanche; Scorpio; Max=max-i,max 1,maxi,max i; Minimax; Micromax; Omni; M82=m-82; M87; Especial; Ruby Extra',
  ruby: 'Extra; 1914',
  remington:
    '870=870 express,870 wingmaster,870 police,wingmaster,m870; 700=m700,700 bdl,700 adl; 783; 788; 760; 742; 7400; 7600; 1100=m1100; 11-87; 11; 550; 552=speedmaster; 572; 581; 597; Nylon 66; V3; Versa Max; 1858; 1875; Derringer=double derringer; RM380; R51; R1; 51=m51; 53; XP-100; Model 8; Model 24; Model 31; Rolling Block; SPR 310',
  winchester:
    '12=m12; 37; 42; 50; 52; 54; 61; 62=62a; 63; 67; 70=m70; 72; 73=1873; 77; 88; 92=1892; 94=1894,m94; 95=1895; 97=1897; 100; 101; 190; 250; 270; 290; 1200; 1300=1300 defender,defender; 1400; 1500; 1866; 1886; 1887; 1890; 1906; Super X=super-x,sx3,sx4; SXP=super x pump; M1 Garand=garand; M1 Carbine; Wildcat; Ranger',
  mossberg:
    '500=500a,m500,500 persuader; 510; 535; 590=590a1,590 a1,590 shockwave; 702=plinkster; 715; 835; 9200; 930; 935; 940; MVP; Patriot; Maverick 88=88; International; Blaze; MC1; 142; 144; 152; 183; 195; 385; 395; SA-20',
  marlin:
    '336; 39A=39 a; 60=glenfield 60; 70; 75; 795; 1894; 1895; 444; 81; 80; 88; 780; 783; 25; 15; XL7; Camp 9=camp carbine; Camp 45',
  savage:
    '10; 11; 12; 24; 30; 64; 93; 93R17; 99; 110; 111; 116; 220; 1907=m1907; 1915; 1917; 340; 350; 311; Axis; Mark I; Mark II; Mark III; A17; A22; MSR 15',
  izhevsk:
    'AK-47=ak47,ак-47,ак47; AKM=акм; AKMS=акмс; AK-74=ak74,ак-74,ак74; AK-74M=ak74m,ак-74м; AKS-74=aks74,акс-74; AKS-74U=aks74u,aksu,акс-74у,аксу; AK-101; AK-102; AK-103=ak103; AK-104; AK-105; AK-12=ак-12; AK-15; SVD=dragunov,свд; SV-98=св-98; RPK=рпк; RPK-74=рпк-74; PP-19=vityaz,витязь,bizon; Saiga 12=saiga-12,сайга-12; Saiga 20; Saiga 410; Saiga MK; Mosin-Nagant=mosin,91/30,m91/30,мосин; SKS=скс; Biathlon',
  izhmekh:
    'Makarov=pm,пм,makarov pm; PMM=пмм; MP-443=grach,грач,пя,yarygin; MP-446=viking,викинг; MP-448; MP-654K=мр-654к,654k; IZH-70=izh 70,иж-70; IZH-71=иж-71; IZH-18=mp-18,иж-18; IZH-27=mp-27,иж-27; IZH-43=mp-43,иж-43; IZH-58; IZH-79=иж-79; MP-153=мр-153; MP-155; MP-79=мр-79,makarych; MP-371=мр-371; Margolin=mcm,мцм; TT-33=tt33,tt,тт,тт-33',
  tula: 'TT-33=tt33,tt,тт,тт-33; Nagant 1895=m1895,наган,nagant; PSM=псм; PSS; SKS=скс; SVT-40=svt40,свт-40; AKM; AKS-74U=aksu,аксу; TOZ-8=тоз-8; TOZ-17=тоз-17; TOZ-34=тоз-34; TOZ-63; TOZ-66; TOZ-78; TOZ-106=тоз-106; OSV-96; Korovin; VSS=vintorez,винторез; AS Val=val; 9A-91; A-91',
  molot: 'Vepr=вепрь; Vepr-12=vepr 12; RPK=рпк; PPSh-41=ppsh,ппш; VPO-136; VPO-205; VPO-209; Stechkin=aps,апс',
  zid: 'PKM=пкм; AEK-971; DShK=дшк; Kord=корд; RPD=рпд; PPSh-41=ппш; Pecheneg=печенег; KPVT; Maxim=максим; DP-27=dp',
  norinco:
    'Type 54=tokarev,54,54-1; Type 56=56,type56,56-1,56-2; Type 59=59; Type 64; Type 77; Type 79; Type 80; Type 81=81; NP22=np 22; NP34; NZ75=nz 75; 1911; SKS; MAK-90=mak90,mak 90; 84S; CQ=cq 5.56,cq-a; 213; M14S; 97; 1887; JW15; NHM 91; QBZ-95; QBZ-97',
  arsenal:
    'AKK; AKKS; AR-M1=arm1; AR-M9; AR-SF; SLR-107=slr107; SLR-106; SAM7; Makarov=pm; RPG-7=rpg7,atgl-l; MG-M1; LMG; Shipka',
  cugir:
    'PM md. 63=md 63,pm 63,pm md63; PM md. 65=md 65; AIMS; AIM; WASR-10=wasr 10,wasr,gp wasr-10,gp wasr; WASR-2; SAR-1=sar 1; PSL=romak-3,romak 3,fpk; Mini Draco=draco; Draco-C; RPK md. 64; Md. 74; TTC=tokarev',
  feg: 'PA-63=pa63; AP; PJK-9HP=p9,p9r,p9m,fp9; 37M=37; 29M; AMD-65=amd65,amd 65; AK-63=ak63; SA-85; RK-59; R-61; P9RC; PMK-380=apk9; Frommer Stop=frommer,stop; Tokagypt=tokagypt 58; 48M',
  radom:
    'P-64=p64; P-83=p83,wanad; VIS 35=vis,p35; PM-63=rak,pm63; PM-84=glauberyt; MAG-95=mag95; P99=p 99 rad; Beryl=wz 96; Tantal=wz 88; Onyks; GROT; TT-33=tt,wz 33; KBKM=akm; KBK AK=ak; PM-98',
  hs_produkt:
    'HS 2000=hs2000; HS 9=hs-9,hs9; XDM=xd-m,xdm-9,xdm 40; XD=xd-9,xd 9,xd40,xd-40,xd45; SF19=sf 19,sf-19,sf19 3.8,sf19 4.5; XDS=xd-s,xd s; VHS=vhs-1,vhs-d; VHS-2=vhs2,vhs d2; H11; PHP',
  springfield_armory:
    'XD=xd-9,xd9,xd-40,xd40,xd-45; XDM=xd(m),xd-m; XDS=xd-s; Hellcat; 1911=1911-a1,1911 a1,mil-spec,range officer; M1A=m14; M1 Garand=garand; M1903=1903,1903a3; Saint; Echelon; Omega; EMP; Champion; 911',
  iwi: 'Tavor=tar-21,tar21,tavor sar; X95=x-95,tavor x95; Galil ACE=ace,galil ace 21,galil ace 23; Arad=arad 5,arad 7; Jericho=jericho 941,941; Masada=masada 9; Negev=negev ng7,ng-7; Uzi Pro=uzipro,uzi; Dan; Carmel; Zion-15; Galil Sniper',
  imi: 'Jericho 941=jericho,941,941f,941fs,jericho 941f,jericho ii,jericho 2; Uzi=uzi smg; Mini-Uzi=mini uzi,miniuzi; Micro-Uzi=micro uzi,uzi pistol; Galil=galil ar,galil arm,galil sar; Desert Eagle=desert eagle 357,desert eagle 44; Baby Eagle; Negev; Barak; Timberwolf',
  bul: 'Cherokee=g-cherokee,g cherokee,cherokee compact; M-5=m5; Storm; Impact; SAS II; Axe',
  fm_argentina:
    'Hi-Power=hi power,high power,m90,m95,hp; FMK-3=fmk3; FAL=fsl; FARA 83=fara; PA3-DM=pa3; 1909=m1909; Sistema Colt=sistema,m1927,1927',
  ballester_molina: '45; 22; Ballester-Molina=molina',
  famae: 'SAF=saf 9; Mini SAF; SG 540; SG 542; FN 750=fn750; FT 2000; FD 200; CT 30=ct30; MT 40=mt40; MT 9',
  steyr:
    'AUG=aug a1,aug a2,aug a3; M9=m9a1,m-9; M40; S9; L9; GB; 1911=steyr hahn,m1912,1912; M95=m1895,95; SSG 69=ssg69; SSG 08; Scout; TMP; SPP; MPi 69=mpi69; Mannlicher M; 1908; 1909; IWS 2000; SBS 96; HS .50',
  mauser:
    'C96=c 96,m96,bolo; M712=712,schnellfeuer; HSc=h sc; 1910=m1910; 1914=m1914; 1934=m1934; WTP=wtp 1; K98=k98k,98k,kar98k,kar 98k,karabiner 98k,98; G98=gew98,gewehr 98; 1871=m71; 1871/84=71/84; 1893; 1895=m1895; 1896=m96 rifle; 1908=m1908,mod 1908,mosquetao 1908; 1909=m1909; M03; M12; M18; 66=m66; 1878; 80 SA; P08=p 08',
  manurhin: 'MR 73=mr73; MR 88=mr88; MR 93; MR 96; PP; PPK; PPK/S=ppks; P1; P38; P4; SP=special police; FA-MAS',
  mas: 'MAS 36=36; MAS 38=38; MAS 49=49; MAS 49/56=49/56; FAMAS=famas f1,fa-mas,famas g2; 1873=m1873; 1892=m1892,m92; 1886=lebel 1886; PA 50=mac 50; PA 35S=1935s; FR F1=frf1; FR F2=frf2; AA-52=aa52; G1; Unique',
  mab: 'A; B; C; D; E; F; G; R; PA-15=pa15,pa 15; Le Chasseur; GZ',
  unique:
    '10; 11; 16; 17=kriegsmodell; 51; 52; D2; D6; DES 69=des69; DES 32; R; Rr 51=rr51; L; Mikros; X 51 bis=x51 bis; T 66; G 21',
  enfield:
    'No. 1 Mark III=no1 mk3,smle,smle mk iii; No. 4 Mark I=no4 mk1,no 4; No. 4 Mark II=no4 mk2; No. 5 Mark I=no5 mk1,jungle carbine; No. 2 Mark I=no2 mk1; P14=pattern 14; P17=m1917; L85=l85a1,l85a2,sa80; L86; L42; L39; Sten Mark II=sten mk2; Sten Mark III=sten mk3; Martini-Enfield; Bren=bren gun',
  sten: 'Mark II=mk2; Mark III=mk3; Mark V=mk5',
  webley:
    'Mark I=mk1; Mark II=mk2; Mark III=mk3; Mark IV=mk4; Mark V=mk5; Mark VI=mk6; Bulldog=british bulldog; RIC=r.i.c.; 1905; 1906; 1907; 1909; WG; WS; Senior; Tempest; Fosbery; Vulcan; 700; 900',
  norica: 'Titan; Dragon; 56',
  hatsan:
    'Escort=escort magnum,escort aimguard; MPA=mpa ts; Striker; 80=mod 80; 85; 125=mod 125; 135; BT65; AT44; Optima; Escort BTS; Escort Slugger',
  stoeger:
    '2000=m2000; 3000=m3000; 3500; P3000=p-3000; P350; Cougar=cougar 8000; STR-9=str9; Condor; Coach Gun=coach,coachgun; Uplander; Luger=american eagle luger; A-30; X20; X10; X3; M3K',
  kimber:
    'Custom=custom ii,custom 2; Ultra Carry=ultra carry ii; Micro=micro 9; Solo; Pro Carry; Eclipse; Compact; K6s; Warrior; Desert Warrior; Raptor',
  keltec:
    'P-3AT=p3at; P-32=p32; P-11=p11; PF-9=pf9; PMR-30=pmr30; SUB-2000=sub2000,sub 2000; KSG; RFB; SU-16=su16; PLR-16; P17; P50; CP33; KS7; RDB; P15',
  hi_point:
    'C9=c 9; CF-380=cf380; JCP=jcp 40; JHP=jhp 45; 995=995ts; 4095=4095ts; 4595; JC=jc 40; JXP 10; YC9; Haskell; Iberia',
  charter_arms:
    'Undercover; Undercoverette; Bulldog=bulldog pug; Off Duty; Police Bulldog; Pathfinder; Explorer II; Mag Pug; Pink Lady; Southpaw; Target Bulldog; AR-7; Patriot',
  tanfoglio:
    'TA 90=ta90; Force=force 99,force 2002; Witness=witness p; Combat; Stock; Limited; GT27=gt 27; GT28; TA 76=ta76; Titan; Gold; T95; TZ 75; Giuseppe GT32=gt 32',
  bernardelli:
    'P-018=p018; PO 18; 60=mod 60; 69; 80; 68=baby; VB; Practical; P One; P6; P8; Roma 3; Roma 4; Roma 6; Hemingway; S. Uberto',
  benelli:
    'M1=m1 super 90; M2; M3=m3 super 90,m3t; M4=m4 super 90; Nova; Supernova; Montefeltro; Vinci; Raffaello; Argo; B76; MP95; MP3S; Ethos; Comfort; Legacy; 121=121 m1',
  franchi:
    'SPAS-12=spas12,spas 12; SPAS-15=spas15; LF-57; PA-3; PA-7; PA-8; 48 AL=al48,al 48; 612; 620; 912; Affinity; Instinct; LAW-12',
  thompson:
    'M1928=1928,m1928a1; M1=m1 smg; M1A1=m1 a1; 1927=1927a1; 1911=1911 a1; Contender; Encore; Compass; Venture; Triumph',
  ingram: 'M10=mac-10,mac10,m-10; M11=mac-11,mac11,m-11; M6',
  cobray: 'M11=m-11,m-11/9,m11/9,mac-11; M12; M10=mac-10; Terminator; Street Sweeper; PM-11',
  intratec:
    'TEC-9=tec9; TEC-DC9=tec dc9,dc9; TEC-22=tec22; TEC-25; TEC-38; AB-10; Protec-22; Protec-25; Cat 9; Cat 45; KG-9; KG-99',
  barrett: 'M82=m82a1,82a1,m107; M95=95; M99; M98B=98b; REC7; MRAD; M90; M468; M240LW',
  maadi: 'Misr=misr s/a,arm; Helwan=helwan 951; Hakim; Rasheed; Maadi ARM; Port Said',
  sako: 'TRG-22=trg22; TRG-42=trg42; 75; 85; L461; L579; L61R; A7; Finnfire; Quad; P04R; RK 62=rk62; RK 95=rk95; S20; 90',
  tikka: 'T3=t3x; T1x; 55; 65; 512; 590; 595; 695; M07; LSA 55; Whitetail',
  armscor_ph:
    'M200=200; M206=206; M210=210; M1600=1600; M14P=14p; M20P=20p; 1911=m1911 a1; M30=m30 dg; M5; MAP; MAPP; XT 22; VR60; VR80; TM22; STK100; M1700=1700',
  armalite:
    'AR-10=ar10; AR-15=ar15; AR-18=ar18; AR-180=ar180; AR-50=ar50; AR-7=ar7; AR-24=ar24; M15=m15a4,m-15a2,m15a2; M4; AR-30',
  bushmaster:
    'XM15=xm15-e2s,xm15 e2s,xm-15; M4=m4a3; ACR; Carbon 15=carbon-15; BA50; Arm Pistol; M17S; BR-308; 450; Minimalist',
  dpms: 'A-15=a15; LR-308=lr308; Panther; Oracle; Recon; G2; Lo-Pro; Sportical; AP4; DR-15; LR-204; Bull 24; TAC2; Prairie Panther',
  kongsberg: 'M1914=1914,colt kongsberg; 393; Krag=krag-jorgensen,m1894',
  husqvarna: 'M40=lahti m40,m/40; 1907=m1907,m/07; M38=m/38; M96=m/96; 640; 1600; 1640; 1900; 8000; 20; 51; 310; 17',
  valmet: 'M62; M71; M76; M78; M82; Hunter; 412; Petra; M60; M72; M39',
  vektor: 'Z88=z-88; SP1=sp 1; SP2; CP1=cp 1; R4; R5; R6; Mini SS; SS77=ss-77; LM5; LM6; CR-21; H5; Y3; LM4',
  caracal: 'F=f 9; C; Enhanced F; SC; CAR 816=car816; CMP9; CSR; CAR 814; QS',
  rexio: 'RJ 38=rj38,jupiter,pucara 38; Comandos; RS 22; Pucara',
}
